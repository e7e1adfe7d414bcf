// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import dev.marcato.testkit.Fault;
import dev.marcato.testkit.FileFault;
import dev.marcato.testkit.NotMarc;
import dev.marcato.testkit.TestField;
import dev.marcato.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the inputs that fuzzing begins with: small records with one fault each. To be run by hand, with the folders of
 * the inputs as arguments, when there are new faults; a test keeps the files and the faults together.
 */
final class FuzzSeeds {
    private static final String LEADER = "00000cam a2200000 a 4500";
    private static final int LARGEST = 4000;

    private FuzzSeeds() {}

    public static void main(String[] folders) throws IOException {
        for (String folder : folders) {
            for (Map.Entry<String, byte[]> seed : all().entrySet()) {
                Files.write(Path.of(folder, seed.getKey()), seed.getValue());
            }
        }
    }

    /** The inputs by the names of their files; those too long to be worth it are left out. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> seeds = new TreeMap<>();
        seeds.put("seed-clean", TestRecord.toFile(List.of(record("1"), record("2"))));
        for (Fault fault : Fault.values()) {
            seeds.put("seed-" + fault, fault.damage(record("1"), 7).bytes());
        }
        for (FileFault fault : FileFault.values()) {
            seeds.put(
                    "seed-file-" + fault,
                    fault.damage(List.of(record("1"), record("2")), 7).bytes());
        }
        for (NotMarc file : NotMarc.values()) {
            seeds.put("seed-not-marc-" + file, file.bytes());
        }
        seeds.values().removeIf(bytes -> bytes.length > LARGEST || bytes.length == 0);
        return seeds;
    }

    private static TestRecord record(String number) {
        return TestRecord.of(
                LEADER,
                List.of(
                        TestField.of("001", "b" + number),
                        TestField.of("100", "1 \u001FaÉmile\u001F4aut"),
                        TestField.of("245", "10\u001FaA title :\u001Fbits rest"),
                        TestField.of("650", " 0\u001FaCats\u001FxHistory")));
    }
}
