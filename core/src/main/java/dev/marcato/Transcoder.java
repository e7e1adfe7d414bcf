// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import dev.marcato.internal.charset.Ascii;
import dev.marcato.internal.charset.DoubleUtf8;
import dev.marcato.internal.charset.Undecodable;
import dev.marcato.internal.iso2709.DataOrder;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.EncodedRecords;
import dev.marcato.io.Utf8;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Brings the text of records into one encoding, and makes them say so: leader/09 in MARC 21, field 100 in UNIMARC. A record
 * that is so already passes as it is. One thread's.
 */
final class Transcoder {
    private static final int CODING_SCHEME = 9;
    private static final byte[] UNICODE_SETS = "50      ".getBytes(StandardCharsets.US_ASCII);

    private final @Nullable Encoding target;
    private final Normalizer.@Nullable Form normalization;
    private final boolean undoesDouble;
    private final UnencodablePolicy unencodable;
    private final ByteOutput fields = new ByteOutput(4 << 10);
    private final ByteOutput text = new ByteOutput();
    private final ByteOutput undone = new ByteOutput();

    /**
     * @param target null for each record's own
     * @param normalization null for none
     * @param undoesDouble whether text that was encoded as UTF-8 twice is encoded once then
     */
    Transcoder(
            @Nullable Encoding target,
            Normalizer.@Nullable Form normalization,
            boolean undoesDouble,
            UnencodablePolicy unencodable) {
        this.target = target;
        this.normalization = normalization;
        this.undoesDouble = undoesDouble;
        this.unencodable = unencodable;
    }

    /** The record in the right encoding, or null where it is refused. */
    @Nullable
    MarcRecord convert(MarcRecord record, EncodedRecords reports) {
        if (isRight(record)) {
            return record;
        }
        if (isPlain(record)) {
            return target == null ? record : plain(record, scheme(target, record.data[record.offset + CODING_SCHEME]));
        }
        Encoding to = target == null ? record.encoding() : target;
        decision(record, reports);
        byte[] data = record.data;
        int[] index = record.index.clone();
        fields.clear();
        fields.write(data, record.offset, Leader.LENGTH);
        int sets = record.flavor() == Flavor.UNIMARC ? RecordEvidence.setsOf100(record) : -1;
        int newSets = -1;
        boolean changed = false;
        for (int field : DataOrder.of(index, 1, 3)) {
            int place = 3 * field;
            int from = record.index[place + 1];
            int end = from + record.index[place + 2];
            int at = fields.size();
            if (isRight(record, to, from, end)) {
                fields.write(data, from, end - from);
            } else {
                Diagnostic refusal = transcode(record, place, to, reports);
                if (refusal != null) {
                    reports.refuse(refusal);
                    return null;
                }
                changed = true;
            }
            if (sets >= from && sets < end) {
                newSets = at + sets - from;
            }
            index[place + 1] = at;
            index[place + 2] = fields.size() - at;
            fields.write(Bytes.FIELD_TERMINATOR);
        }
        changed |= declares(record) && declare(record, to, newSets);
        if (!changed) {
            return record;
        }
        byte[] bytes = fields.toByteArray();
        boolean ascii = Utf8.firstHigh(bytes, 0, bytes.length) == bytes.length;
        return record.successor(bytes, index, ascii, to, record.toldFlavor);
    }

    /** Whether there is nothing to do, seen at a glance: what is true of most records. */
    private boolean isRight(MarcRecord record) {
        if (target == null && normalization == null && !undoesDouble && !declares(record)) {
            return true;
        }
        boolean unicode = target == Encoding.UTF_8 || target == null && record.toldEncoding == Encoding.UTF_8;
        boolean saysSo = record.data[record.offset + CODING_SCHEME] == 'a' && record.flavor() == Flavor.MARC21;
        if (!unicode || !saysSo || record.toldEncoding != null && record.toldEncoding != Encoding.UTF_8) {
            return false;
        }
        if (record.verbatim) {
            return isRight(record.data, record.offset + Leader.LENGTH, record.offset + record.length);
        }
        for (int place = 0; place < record.index.length; place += 3) {
            int from = record.index[place + 1];
            if (!isRight(record.data, from, from + record.index[place + 2])) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a clean record of MARC 21 with nothing but ASCII: the same text in the other encoding, too. */
    private boolean isPlain(MarcRecord record) {
        return record.verbatim
                && record.ascii
                && record.flavor() == Flavor.MARC21
                && extendsAscii(record.toldEncoding)
                && extendsAscii(target)
                && Ascii.isPlain(record.data, record.offset + Leader.LENGTH, record.offset + record.length);
    }

    private static boolean extendsAscii(@Nullable Encoding encoding) {
        return encoding == null || encoding.codec().extendsAscii();
    }

    /** The same record with this leader/09: all else stays where it is. */
    private static MarcRecord plain(MarcRecord record, byte scheme) {
        if (record.data[record.offset + CODING_SCHEME] == scheme) {
            return record;
        }
        MarcRecord copy = record.copy();
        copy.data[CODING_SCHEME] = scheme;
        return copy;
    }

    /** Whether bytes, one field's or many fields', are UTF-8 and nothing else, and normalised as they stand. */
    private boolean isRight(byte[] data, int from, int to) {
        int special = Ascii.firstSpecial(data, from, to);
        return special == to || normalization == null && !undoesDouble && Ascii.isUnescapedUtf8(data, special, to);
    }

    /**
     * Whether the record is to say what it is in: where all are brought into one encoding, and where text of which somebody
     * knows what it is, as of a format whose text is Unicode, goes out in another layout anyway.
     */
    private boolean declares(MarcRecord record) {
        return target != null || record.toldEncoding != null && !record.verbatim && !record.ascii;
    }

    /** Whether these bytes stand for the same text in the other encoding, and nothing is to be changed in it. */
    private boolean isRight(MarcRecord record, Encoding to, int from, int end) {
        return to.codec().extendsAscii() && Ascii.isPlain(record.data, from, end)
                || normalization == null && isText(record, to, from, end);
    }

    /** A method of its own, for most fields are seen to by the one above: it is small, and hot soon. */
    private boolean isText(MarcRecord record, Encoding to, int from, int end) {
        return record.encodingAt(record.data, from) == to
                && to.codec().firstUndecodable(record.data, from, end) < 0
                && !(undoesDouble && to == Encoding.UTF_8 && DoubleUtf8.isDouble(record.data, from, end));
    }

    /** Adds a field's text in the right encoding; or says why the record is refused. */
    private @Nullable Diagnostic transcode(MarcRecord record, int place, Encoding to, EncodedRecords reports) {
        int from = record.index[place + 1];
        int end = from + record.index[place + 2];
        Encoding source = record.encodingAt(record.data, from);
        text.clear();
        int lost = source.codec().toUtf8(record.data, from, end, text, Undecodable.REPLACED);
        if (lost >= 0) {
            reports.report(new Diagnostic(
                    DiagnosticCode.CHARACTER_LOST,
                    place(record, place, lost),
                    String.format("byte 0x%02X is no character of %s", record.data[lost] & 0xFF, source.title()),
                    "",
                    "U+FFFD was written"));
        }
        indicators(record, place, reports);
        byte[] utf8 = text.array();
        int length = text.size();
        if (undoesDouble && source == Encoding.UTF_8 && DoubleUtf8.isDouble(utf8, 0, length)) {
            undone.clear();
            DoubleUtf8.undo(utf8, 0, length, undone);
            utf8 = undone.array();
            length = undone.size();
            reports.report(new Diagnostic(
                    DiagnosticCode.UTF8_ENCODED_TWICE, place(record, place, from), "", "", "undone once"));
        }
        if (normalization != null && Utf8.firstHigh(utf8, 0, length) < length) {
            String written = new String(utf8, 0, length, StandardCharsets.UTF_8);
            utf8 = Normalizer.normalize(written, normalization).getBytes(StandardCharsets.UTF_8);
            length = utf8.length;
        }
        int lacking = to.codec().fromUtf8(utf8, 0, length, fields, unencodable);
        if (lacking < 0) {
            return null;
        }
        String character = new String(utf8, lacking, length - lacking, StandardCharsets.UTF_8);
        return lacking(record, place, from, to, character.codePointAt(0), reports);
    }

    /** Tells of indicators that are no ASCII: as text they may become more or fewer bytes, or change places with a mark. */
    private static void indicators(MarcRecord record, int place, EncodedRecords reports) {
        int from = record.index[place + 1];
        int end = Math.min(from + record.indicatorCount(), from + record.index[place + 2]);
        if (!Tags.isControl(record.index[place]) && !Ascii.isPlain(record.data, from, end)) {
            reports.report(new Diagnostic(
                    DiagnosticCode.CHARACTER_LOST,
                    place(record, place, from),
                    "an indicator is not ASCII",
                    "",
                    "it was converted as text, and is read otherwise now"));
        }
    }

    private @Nullable Diagnostic lacking(
            MarcRecord record, int place, int from, Encoding to, int character, EncodedRecords reports) {
        String found = String.format("U+%04X is no character of %s", character, to.title());
        boolean reference = unencodable == UnencodablePolicy.REFERENCE;
        String action = switch (unencodable) {
            case REFERENCE -> "written as a numeric character reference";
            case REPLACE -> "a substitute was written";
            case ERROR -> "the record was not written";
        };
        Diagnostic diagnostic = new Diagnostic(
                reference ? DiagnosticCode.CHARACTER_AS_REFERENCE : DiagnosticCode.CHARACTER_LOST,
                place(record, place, from),
                found,
                "",
                action);
        if (unencodable == UnencodablePolicy.ERROR) {
            return diagnostic;
        }
        reports.report(diagnostic);
        return null;
    }

    /** Tells what the text was taken for, where the record says something else. */
    private static void decision(MarcRecord record, EncodedRecords reports) {
        RecordText text = record.text();
        if (record.ascii || record.toldEncoding != null || text.isAsClaimed()) {
            return;
        }
        int exceptions = text.exceptions();
        String what = text.encoding() == Encoding.UNKNOWN
                ? "the text is in no encoding that is known"
                : exceptions == 0
                        ? "the text is " + text.encoding().title()
                        : (exceptions == 1 ? "1 field is " : exceptions + " fields are ")
                                + (text.encoding() == Encoding.UTF_8 ? Encoding.MARC_8 : Encoding.UTF_8).title()
                                + ", the others are not";
        reports.report(new Diagnostic(
                DiagnosticCode.ENCODING_CONTRADICTED,
                record.location(),
                "the record says " + RecordEvidence.claimed(record).title(),
                what,
                "read so (" + text.confidence() + ")"));
    }

    private static Location place(MarcRecord record, int place, int position) {
        Location at = record.location();
        long offset =
                at.byteOffset() < 0 || !record.verbatim ? at.byteOffset() : at.byteOffset() + position - record.offset;
        return new Location(
                at.source(),
                at.recordNumber(),
                offset,
                at.controlNumber(),
                Tags.text(record.index[place]),
                place / 3 + 1);
    }

    /** What leader/09 is where text is in an encoding, which it may have no value for. */
    private static byte scheme(Encoding to, byte present) {
        return to == Encoding.UTF_8 ? (byte) 'a' : to == Encoding.MARC_8 ? (byte) ' ' : present;
    }

    /** Makes the record say what it is in, where it says something else; whether it did. */
    private boolean declare(MarcRecord record, Encoding to, int sets) {
        byte[] bytes = fields.array();
        if (record.flavor() == Flavor.MARC21) {
            byte scheme = scheme(to, bytes[CODING_SCHEME]);
            boolean differs = bytes[CODING_SCHEME] != scheme;
            bytes[CODING_SCHEME] = scheme;
            return differs;
        }
        if (sets < 0 || to != Encoding.UTF_8 || saysUnicode(bytes, sets)) {
            return false;
        }
        int end = Math.min(sets + UNICODE_SETS.length, Bytes.delimiter(bytes, sets, endOfField(bytes, sets)));
        boolean differs = !Arrays.equals(bytes, sets, end, UNICODE_SETS, 0, end - sets);
        System.arraycopy(UNICODE_SETS, 0, bytes, sets, end - sets);
        return differs;
    }

    private static int endOfField(byte[] bytes, int position) {
        int end = position;
        while (bytes[end] != Bytes.FIELD_TERMINATOR) {
            end++;
        }
        return end;
    }

    /** Whether the first set is Unicode: the others are as the cataloguer left them, be it blanks or fill characters. */
    private static boolean saysUnicode(byte[] bytes, int sets) {
        return bytes[sets] == UNICODE_SETS[0] && bytes[sets + 1] == UNICODE_SETS[1];
    }
}
