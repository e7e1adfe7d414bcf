// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.line;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.text.ByteSearch;
import dev.marcato.formats.text.TextRecord;
import dev.marcato.formats.text.Written;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.EncodedRecords;
import dev.marcato.io.RecordBytes;
import dev.marcato.io.RecordEncoder;
import dev.marcato.io.Utf8;

/**
 * Writes records as {@code yaz-marcdump -o line} does, lengths in the leader aside.
 *
 * <p>Refused are records with a leader that is not printable ASCII; with a tag that has blanks, is no printable ASCII, or begins
 * with {@code (} or {@code $}; with other than two indicators before the first delimiter; with a subfield without a code; and with a
 * delimiter of ISO 2709 where it delimits nothing. A line break in a value becomes a blank and is reported as lost; what will be
 * read as more subfields than it is, or as others, is reported.
 */
final class LineEncoder implements RecordEncoder {
    private static final byte DELIMITER = 0x1F;

    private MarcRecord record = MarcRecord.builder().build();
    private EncodedRecords out = new EncodedRecords();
    private ByteOutput bytes = new ByteOutput(1);
    private int field;
    private String tag = "";

    @Override
    public boolean encode(MarcRecord newRecord, EncodedRecords newOut) {
        record = newRecord;
        out = newOut;
        bytes = out.bytes();
        int start = bytes.size();
        RecordBytes fields = RecordBytes.of(record);
        fields.leaderTo(bytes);
        boolean fits = Written.isPrintable(bytes.array(), start, bytes.size())
                || Written.refused(record, out, "LDR", -1, "the leader is not printable ASCII", "");
        bytes.write('\n');
        for (field = 0; fits && field < fields.size(); field++) {
            fits = field(fields);
        }
        if (!fits) {
            bytes.truncate(start);
            return false;
        }
        bytes.write('\n');
        return true;
    }

    private boolean field(RecordBytes fields) {
        int packed = fields.tag(field);
        int at = bytes.claim(4);
        byte[] line = bytes.array();
        line[at] = (byte) (packed >> 16);
        line[at + 1] = (byte) (packed >> 8);
        line[at + 2] = (byte) packed;
        line[at + 3] = ' ';
        tag = TextRecord.tag(packed);
        if (!TextRecord.isTag(packed) || LeaderStarts.isAnnotation(line[at])) {
            return refused("the field's tag is no tag of this format");
        }
        bytes.claimed(at + 4);
        int from = fields.from(field);
        int to = fields.to(field);
        byte[] array = fields.array();
        int delimiter = ByteSearch.next(array, from, to, DELIMITER);
        boolean fits;
        if (fields.isControlField(field) || delimiter == to) {
            fits = (delimiter == to || refused("a delimiter of ISO 2709 is in the text")) && text(array, from, to);
            if (fits && !fields.isControlField(field) && looksLikeSubfields(array, from, to)) {
                ambiguous("the field has no subfields, and will be read as if it had");
            }
        } else if (delimiter != from + 2) {
            fits = refused("the field has no two indicators before its first subfield");
        } else {
            fits = text(array, from, delimiter) && subfields(array, delimiter, to);
        }
        bytes.write('\n');
        return fits;
    }

    private boolean subfields(byte[] array, int from, int to) {
        int at = from;
        while (at < to) {
            int end = ByteSearch.next(array, at + 1, to, DELIMITER);
            int length = at + 1 < end ? Utf8.length(array, at + 1, end) : 0;
            if (length == 0 || array[at + 1] >= 0 && array[at + 1] <= ' ' || array[at + 1] == 0x7F) {
                return refused("a subfield has no code that is a character");
            }
            bytes.write(' ');
            bytes.write('$');
            bytes.write(array, at + 1, length);
            bytes.write(' ');
            int value = bytes.size();
            if (!text(array, at + 1 + length, end)) {
                return false;
            }
            if (end < to) {
                // The blank that will stand before the next marker may complete one.
                bytes.write(' ');
            }
            if (Subfields.next((byte) '$', bytes.array(), value, bytes.size()) < bytes.size()) {
                ambiguous("the value has a $ between blanks, and will be read as more than one subfield");
            }
            if (end < to) {
                bytes.truncate(bytes.size() - 1);
            }
            at = end;
        }
        return true;
    }

    private boolean text(byte[] array, int from, int to) {
        return Written.text(bytes, array, from, to, record, out, tag, field);
    }

    private boolean looksLikeSubfields(byte[] array, int from, int to) {
        return Subfields.marker(array, from, to) != Subfields.NONE
                || from < to && array[from] == '$' && Subfields.isCode(array, from + 1, to);
    }

    private void ambiguous(String found) {
        Written.otherwise(DiagnosticCode.SCHEMA_DEPARTURE, record, out, tag, field, found, "written as YAZ does");
    }

    private boolean refused(String found) {
        return Written.refused(record, out, tag, field, found, "");
    }
}
