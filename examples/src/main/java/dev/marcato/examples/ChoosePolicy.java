// SPDX-License-Identifier: Apache-2.0
package dev.marcato.examples;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.MarcFormatException;
import java.io.IOException;
import java.nio.file.Path;

/** What is to be done about damage? Stop at it, or leave it out and keep the bytes. To repair it is the default. */
public final class ChoosePolicy {
    private ChoosePolicy() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        int records = 0;
        try (MarcReader strict =
                MarcReader.builder().onError(ErrorPolicy.STRICT).open(file)) {
            for (MarcRecord record : strict) {
                records += record.size() > 0 ? 1 : 0;
            }
        } catch (MarcFormatException e) {
            System.out.println("stopped after " + records + " records: " + e.diagnostic());
        }
        try (MarcReader careful = MarcReader.builder()
                .onError(ErrorPolicy.SKIP)
                .rejectsTo(Path.of(args[1]))
                .open(file)) {
            System.out.println(careful.stream().count() + " records without damage");
            System.out.println(careful.summary());
        }
    }
}
