// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import dev.marcato.testkit.Corrupter;
import dev.marcato.testkit.DamagedFile;
import dev.marcato.testkit.Fault;
import dev.marcato.testkit.FileFault;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.RecordKind;
import dev.marcato.testkit.TestRecord;
import dev.marcato.testkit.TextCoding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Generated files for two programs to read: records of several kinds, each fault alone in every third. */
final class DamagedFiles {
    /** What stands before the name of a fault that is one of a whole file. */
    static final String WHOLE_FILE = "file ";

    private static final int EVERY = 3;

    private DamagedFiles() {}

    static List<RecordGenerator> generators() {
        return List.of(
                RecordGenerator.seeded(31),
                RecordGenerator.seeded(32).manyScripts(),
                RecordGenerator.seeded(33).coding(TextCoding.MARC8_ANSEL),
                RecordGenerator.seeded(34).kind(RecordKind.UNIMARC),
                RecordGenerator.seeded(35).kind(RecordKind.AUTHORITY),
                RecordGenerator.seeded(36).kind(RecordKind.HOLDINGS));
    }

    /** The files of each fault, by the name it has in the lists. */
    static Map<String, List<DamagedFile>> byFault(List<RecordGenerator> generators, int records) {
        Map<String, List<DamagedFile>> files = new TreeMap<>();
        for (Fault fault : Fault.values()) {
            files.put(
                    fault.name(),
                    generators.stream().map(each -> file(each, records, fault)).toList());
        }
        for (FileFault fault : FileFault.values()) {
            files.put(
                    WHOLE_FILE + fault.name(),
                    generators.stream()
                            .map(each -> fault.damage(each.records(records), each.seed()))
                            .toList());
        }
        return files;
    }

    private static DamagedFile file(RecordGenerator generator, int records, Fault fault) {
        return Corrupter.seeded(generator.seed()).everyNth(generator.records(records), EVERY, fault);
    }

    /** Any faults in two of five records, wherever they stand. */
    static DamagedFile heavilyDamaged(long seed, int records) {
        List<TestRecord> originals = (seed % 2 == 0
                        ? RecordGenerator.seeded(seed)
                        : RecordGenerator.seeded(seed).manyScripts())
                .records(records);
        return Corrupter.seeded(seed).heavily(originals, 40, List.of(Fault.values()));
    }

    /** The kinds of difference in several files, with up to three fields of each for a message. */
    static Map<Difference, Set<String>> differences(Peer peer, List<DamagedFile> files) {
        Map<Difference, Set<String>> all = new TreeMap<>();
        for (DamagedFile file : files) {
            Difference.of(peer, file)
                    .forEach((kind, missing) -> all.computeIfAbsent(kind, each -> new TreeSet<>())
                            .addAll(missing.stream()
                                    .limit(3)
                                    .map(each -> file.name() + ": " + each)
                                    .collect(Collectors.toSet())));
        }
        return all;
    }
}
