// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.mrk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.marcato.MarcRecord;
import dev.marcato.formats.text.ByteSearch;
import dev.marcato.formats.text.TextRecord;
import dev.marcato.formats.text.Written;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.EncodedRecords;
import dev.marcato.io.RecordBytes;
import dev.marcato.io.RecordEncoder;

/**
 * Writes the lines that {@link MrkStretches} reads back as the same record: {@code =LDR}, a line for each field, an empty line.
 *
 * <p>Refused are records with a leader that is not printable ASCII without backslash; with a tag that has blanks or is no
 * printable ASCII, or is that of the leader; with a data field of less than two indicators, or such that are no ASCII; and with a
 * delimiter of ISO 2709 where it delimits nothing.
 */
final class MrkEncoder implements RecordEncoder {
    private static final int LEADER = 24;
    private static final int TAG_LDR = 'L' << 16 | 'D' << 8 | 'R';
    private static final int TAG_000 = '0' << 16 | '0' << 8 | '0';
    private static final byte[] LEADER_LINE = "=LDR  ".getBytes(US_ASCII);

    private final MnemonicWriter writer;
    private final byte[] leader = new byte[LEADER];

    /** @param mnemonics whether characters that have a mnemonic are written by it, not in UTF-8 */
    MrkEncoder(boolean mnemonics) {
        writer = new MnemonicWriter(mnemonics);
    }

    @Override
    public boolean encode(MarcRecord record, EncodedRecords out) {
        ByteOutput bytes = out.bytes();
        int start = bytes.size();
        RecordBytes fields = RecordBytes.of(record);
        boolean fits = leader(record, fields, out, bytes);
        for (int field = 0; fits && field < fields.size(); field++) {
            fits = field(record, fields, field, out, bytes);
        }
        if (!fits) {
            bytes.truncate(start);
            return false;
        }
        bytes.write('\n');
        return true;
    }

    private boolean leader(MarcRecord record, RecordBytes fields, EncodedRecords out, ByteOutput bytes) {
        bytes.write(LEADER_LINE);
        int from = bytes.size();
        fields.leaderTo(bytes);
        if (!Written.isPrintable(bytes.array(), from, from + LEADER)
                || ByteSearch.next(bytes.array(), from, from + LEADER, (byte) '\\') < from + LEADER) {
            return Written.refused(record, out, "LDR", -1, "the leader is not printable ASCII, or has a backslash", "");
        }
        System.arraycopy(bytes.array(), from, leader, 0, LEADER);
        bytes.truncate(from);
        writer.write(bytes, leader, 0, LEADER, false);
        bytes.write('\n');
        return true;
    }

    private boolean field(MarcRecord record, RecordBytes fields, int field, EncodedRecords out, ByteOutput bytes) {
        int tag = fields.tag(field);
        int to = fields.to(field);
        int at = bytes.claim(6);
        byte[] line = bytes.array();
        line[at] = '=';
        line[at + 1] = (byte) (tag >> 16);
        line[at + 2] = (byte) (tag >> 8);
        line[at + 3] = (byte) tag;
        line[at + 4] = ' ';
        line[at + 5] = ' ';
        if (tag == TAG_LDR || tag == TAG_000 || !TextRecord.isTag(tag)) {
            return Written.refused(
                    record, out, TextRecord.tag(tag), field, "the field's tag is no tag of this format", "");
        }
        bytes.claimed(at + 6);
        int value = fields.from(field);
        boolean control = fields.isControlField(field);
        if (!control) {
            if (!indicators(bytes, fields.array(), value, to)) {
                return Written.refused(
                        record, out, TextRecord.tag(tag), field, "the field has no two indicators of ASCII", "");
            }
            value += 2;
        }
        if (!writer.write(bytes, fields.array(), value, to, control)) {
            return Written.refused(
                    record, out, TextRecord.tag(tag), field, "a delimiter of ISO 2709 is in the text", "");
        }
        bytes.write('\n');
        return true;
    }

    private static boolean indicators(ByteOutput bytes, byte[] field, int from, int to) {
        if (to - from < 2) {
            return false;
        }
        for (int i = from; i < from + 2; i++) {
            int value = field[i];
            if (value < 0 || value >= 0x1D && value <= 0x1F) {
                return false;
            }
            if (value == ' ') {
                bytes.write('\\');
            } else if (value > ' ' && value != '\\' && value != '$' && value != '{' && value != '}' && value != 0x7F) {
                bytes.write(value);
            } else {
                MnemonicWriter.ascii(bytes, value);
            }
        }
        return true;
    }
}
