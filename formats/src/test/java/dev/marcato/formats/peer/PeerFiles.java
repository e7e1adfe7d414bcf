// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.peer;

import dev.marcato.testkit.Corpus;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.RecordKind;
import dev.marcato.testkit.TestRecord;
import java.util.ArrayList;
import java.util.List;

/** Files of ISO 2709 that a peer and we read. */
enum PeerFiles {
    LC_BIBLIOGRAPHIC,
    LC_AUTHORITY,
    INTERNET_ARCHIVE,
    GENERATED,
    MANY_SCRIPTS,
    UVA_MARC8;

    static final String UVA = "clean/uva-200.marc8.mrc";
    private static final long SEED = 8;
    private static final int RECORDS_OF_KIND = 40;

    /** All of it, or the calling test is skipped for want of the corpus. */
    byte[] bytes() {
        return switch (this) {
            case LC_BIBLIOGRAPHIC -> Corpus.bytes(Corpus.LC_BIBLIOGRAPHIC);
            case LC_AUTHORITY -> Corpus.bytes(Corpus.LC_AUTHORITY);
            case INTERNET_ARCHIVE -> Corpus.bytes("clean/internet-archive-50.mrc");
            case UVA_MARC8 -> Corpus.bytes(UVA);
            case GENERATED -> generated(RecordGenerator.seeded(SEED));
            case MANY_SCRIPTS -> generated(RecordGenerator.seeded(SEED).manyScripts());
        };
    }

    /** Records of UNIMARC in many scripts. */
    static byte[] unimarc() {
        return TestRecord.toFile(RecordGenerator.seeded(SEED)
                .kind(RecordKind.UNIMARC)
                .manyScripts()
                .records(RECORDS_OF_KIND));
    }

    private static byte[] generated(RecordGenerator generator) {
        List<TestRecord> records = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            if (kind != RecordKind.UNIMARC) {
                records.addAll(generator.kind(kind).records(RECORDS_OF_KIND));
            }
        }
        return TestRecord.toFile(records);
    }
}
