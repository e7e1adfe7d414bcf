// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats;

import dev.marcato.ControlField;
import dev.marcato.DataField;
import dev.marcato.Field;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.OversizePolicy;
import dev.marcato.Subfield;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Takes records into a format and back, and says of each how much of it came back. */
final class ThereAndBack {
    /** How much of a record came back; each is less than the one before. */
    enum Kept {
        /** Every byte of the record as ISO 2709. */
        BYTES,
        /** An equal record. */
        RECORD,
        /** The same text, in Unicode now, and a leader or field 100 that says so. */
        TEXT,
        /** Not written, and told. */
        REFUSED,
        /** Written with what was told to be lost. */
        TOLD,
        /** Something else, of which nothing was said. */
        SILENTLY_CHANGED
    }

    private final Format format;
    private final int[] counts = new int[Kept.values().length];
    private final Set<DiagnosticCode> told = EnumSet.noneOf(DiagnosticCode.class);
    private final List<String> silent = new ArrayList<>();

    ThereAndBack(Format format) {
        this.format = format;
    }

    int count(Kept kept) {
        return counts[kept.ordinal()];
    }

    /** What was said about what is lost. */
    Set<DiagnosticCode> told() {
        return told;
    }

    /** The records that came back changed, of which nothing was said. */
    List<String> silent() {
        return silent;
    }

    /** Takes one record there and back. */
    void take(MarcRecord record) throws IOException {
        List<Diagnostic> heard = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MarcWriter.Builder options = MarcWriter.builder()
                .format(format)
                .oversize(OversizePolicy.SKIP)
                .listener(heard::add);
        try (MarcWriter writer = options.open(bytes)) {
            writer.write(record);
        }
        heard.removeIf(each -> each.code() == DiagnosticCode.SCHEMA_DEPARTURE && !isTextFormat()
                || each.code() == DiagnosticCode.ENCODING_CONTRADICTED);
        List<MarcRecord> back = new ArrayList<>();
        try (MarcReader reader = MarcReader.builder().format(format).of(bytes.toByteArray())) {
            reader.forEach(back::add);
        }
        Kept kept = judge(record, back, heard);
        counts[kept.ordinal()]++;
        if (kept == Kept.REFUSED || kept == Kept.TOLD) {
            heard.forEach(each -> told.add(each.code()));
        }
        if (kept == Kept.SILENTLY_CHANGED) {
            List<String> lost = text(record);
            back.forEach(each -> lost.removeAll(text(each)));
            silent.add(record.location() + ": " + lost + " came back as another, in " + back.size() + " records");
        }
    }

    /** Whether its writer tells by a departure that what it writes can be read in two ways. */
    private boolean isTextFormat() {
        return !format.name().equals("marcxml");
    }

    private static Kept judge(MarcRecord record, List<MarcRecord> back, List<Diagnostic> heard) {
        if (back.isEmpty() && !heard.isEmpty()) {
            return Kept.REFUSED;
        }
        if (back.size() == 1) {
            MarcRecord other = back.get(0);
            if (java.util.Arrays.equals(MarcWriter.bytesOf(record), MarcWriter.bytesOf(other))) {
                return Kept.BYTES;
            }
            if (record.equals(other)) {
                return Kept.RECORD;
            }
            if (text(record).equals(text(other))) {
                return Kept.TEXT;
            }
        }
        return heard.isEmpty() ? Kept.SILENTLY_CHANGED : Kept.TOLD;
    }

    /** Everything that a record says, but for lengths in the leader and what it says of its encoding. */
    private static List<String> text(MarcRecord record) {
        List<String> lines = new ArrayList<>();
        StringBuilder leader = new StringBuilder();
        for (int position : new int[] {5, 6, 7, 8, 17, 18, 19}) {
            leader.append(record.leader().at(position));
        }
        lines.add(leader.toString());
        boolean unimarc = record.flavor() == dev.marcato.Flavor.UNIMARC;
        for (Field field : record) {
            StringBuilder line = new StringBuilder(field.tag()).append(' ');
            if (field instanceof ControlField control) {
                line.append(control.value());
            } else if (field instanceof DataField data) {
                line.append(data.indicator1()).append(data.indicator2());
                for (Subfield part : data) {
                    String value = part.value();
                    boolean sets = unimarc && field.tag().equals("100") && value.length() > 20;
                    line.append('$').append(part.code()).append(sets ? value.substring(0, 13) : value);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
