// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.io.MarcInput;
import dev.marcato.testkit.RecordGenerator;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A program that reads so many bytes of the same pattern over and over, keeps nothing, and prints the account: for a JVM
 * of its own with a small heap.
 */
final class EndlessInput extends InputStream {
    private final byte[] pattern;
    private long left;
    private int at;

    EndlessInput(byte[] pattern, long bytes) {
        this.pattern = pattern;
        this.left = bytes;
    }

    /** @param arguments the pattern's name, how many bytes of it, and if not by a reader, on how many threads; then a
     *     file to put them into first */
    public static void main(String[] arguments) throws Exception {
        AtomicLong heard = new AtomicLong();
        EndlessInput in = new EndlessInput(pattern(arguments[0]), Long.parseLong(arguments[1]));
        if (arguments.length > 2) {
            MarcInput input = MarcInput.of(in, "");
            if (arguments.length > 3) {
                Path file = Path.of(arguments[3]);
                Files.copy(in, file);
                input = MarcInput.of(file);
            }
            readOnThreads(input, Integer.parseInt(arguments[2]), Long.parseLong(arguments[1]));
            return;
        }
        try (MarcReader reader = MarcReader.builder()
                .inspect(true)
                .listener(diagnostic -> heard.incrementAndGet())
                .rejectsTo(OutputStream.nullOutputStream())
                .originalsTo(OutputStream.nullOutputStream())
                .open(in)) {
            long delivered = 0;
            for (MarcRecord record : reader) {
                delivered += record.size() > 0 ? 1 : 0;
            }
            ReadSummary summary = reader.summary();
            Reading.assertAccount(summary, Long.parseLong(arguments[1]));
            System.out.println(delivered + " records delivered, " + heard + " diagnostics");
        }
    }

    private static void readOnThreads(MarcInput input, int threads, long bytes) {
        AtomicLong heard = new AtomicLong();
        AtomicLong delivered = new AtomicLong();
        MarcFiles files = MarcFiles.builder()
                .threads(threads)
                .inspect(true)
                .listener(diagnostic -> heard.incrementAndGet())
                .rejectsTo(OutputStream.nullOutputStream())
                .originalsTo(OutputStream.nullOutputStream())
                .of(List.of(input));
        files.forEachBlock(List::size, size -> delivered.addAndGet(size));
        Reading.assertAccount(files.summary(), bytes);
        System.out.println(delivered + " records delivered, " + heard + " diagnostics");
    }

    private static byte[] pattern(String name) {
        byte[] record = RecordGenerator.seeded(1).record(0).toIso2709();
        return switch (name) {
            case "zeros" -> new byte[1];
            case "nines" -> "9".getBytes(ISO_8859_1);
            case "letters" -> "a".getBytes(ISO_8859_1);
            case "record terminators" -> new byte[] {0x1D};
            case "field terminators" -> new byte[] {0x1E};
            case "leaders" -> "00000nam a2200000   4500".getBytes(ISO_8859_1);
            case "directory entries" -> "001000900000".getBytes(ISO_8859_1);
            case "a record that lost its end" -> Arrays.copyOf(record, record.length - 1);
            case "a record" -> record;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public int read() {
        if (left == 0) {
            return -1;
        }
        left--;
        int next = pattern[at] & 0xFF;
        at = at + 1 == pattern.length ? 0 : at + 1;
        return next;
    }

    @Override
    public int read(byte[] b, int from, int length) {
        int count = (int) Math.min(length, left);
        if (count == 0) {
            return length == 0 ? 0 : -1;
        }
        for (int i = from; i < from + count; i++) {
            b[i] = (byte) read();
        }
        return count;
    }
}
