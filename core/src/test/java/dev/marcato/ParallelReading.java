// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.io.MarcInput;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads with {@link MarcFiles} and compares with what the sequential reader gave. */
final class ParallelReading {
    private final int threads;
    private final int unitBytes;

    ParallelReading(int threads, int unitBytes) {
        this.threads = threads;
        this.unitBytes = unitBytes;
    }

    MarcFiles.Builder builder() {
        return MarcFiles.builder().threads(threads).unitBytes(unitBytes);
    }

    /** Asserts that a source gives the same as it gave to the sequential reader, in every respect. */
    void assertSame(Reading sequential, MarcInput input) {
        assertSame(sequential, input, input.name());
    }

    /** The same, where a test has many inputs. */
    void assertSame(Reading sequential, MarcInput input, String what) {
        List<MarcRecord> records = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();
        ByteArrayOutputStream originals = new ByteArrayOutputStream();
        MarcFiles files = builder()
                .onError(sequential.policy())
                .inspect(true)
                .listener(diagnostics::add)
                .rejectsTo(rejects)
                .originalsTo(originals)
                .of(List.of(input));
        MarcFormatException thrown = null;
        try {
            files.forEachBlock(List::copyOf, block -> {
                records.addAll(block);
                block.forEach(record -> numbers.add(record.number()));
            });
        } catch (MarcFormatException e) {
            thrown = e;
        }
        Reading parallel = new Reading(
                sequential.policy(),
                records,
                diagnostics,
                rejects.toByteArray(),
                originals.toByteArray(),
                files.summary(),
                thrown);
        sequential.assertSame(parallel, this + " of " + what);
        assertThat(numbers)
                .isEqualTo(sequential.records().stream().map(MarcRecord::number).toList());
    }

    /** What the sequential reader gives, with the same settings. */
    static Reading sequential(ErrorPolicy policy, byte[] bytes) {
        return Reading.under(policy).inspecting().of(bytes);
    }

    @Override
    public String toString() {
        return threads + " threads, units of " + unitBytes + " bytes";
    }
}
