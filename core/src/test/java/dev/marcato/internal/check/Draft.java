// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import dev.marcato.Encoding;
import dev.marcato.MarcRecord;
import dev.marcato.internal.RecordAccess;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A record for a test, put together byte by byte, so that it may hold what no editor would let through. */
final class Draft {
    static final String LEADER = "00000nam a2200000 a 4500";
    static final String SOURCE = "test.mrc";

    /** Where the record claims to begin in its source. */
    static final int SOURCE_OFFSET = 5000;

    private static final int LEADER_LENGTH = 24;

    private final List<byte[]> tags = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();
    private byte[] leader = LEADER.getBytes(StandardCharsets.ISO_8859_1);
    private @Nullable Encoding encoding;
    private boolean verbatim = true;

    Draft leader(byte[] bytes) {
        leader = bytes.clone();
        return this;
    }

    Draft leader(String text) {
        return leader(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Draft field(byte[] tag, byte[] content) {
        tags.add(tag);
        contents.add(content);
        return this;
    }

    /** A field of text in UTF-8, with $ for the delimiter. */
    Draft field(String tag, String content) {
        return field(
                tag.getBytes(StandardCharsets.ISO_8859_1),
                content.replace('$', '\u001F').getBytes(StandardCharsets.UTF_8));
    }

    Draft encoding(Encoding told) {
        encoding = told;
        return this;
    }

    Draft repaired() {
        verbatim = false;
        return this;
    }

    /** Where a field begins, counted from the record's beginning. */
    int start(int field) {
        int at = base();
        for (int i = 0; i < field; i++) {
            at += contents.get(i).length + 1;
        }
        return at;
    }

    private int base() {
        return LEADER_LENGTH + (verbatim ? 12 * tags.size() + 1 : 0);
    }

    /** The record, which stands in the middle of a block as a record that was read does. */
    MarcRecord build() {
        byte[] before = "before".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before);
        out.writeBytes(leader);
        int[] index = new int[3 * tags.size()];
        boolean ascii = true;
        for (int i = 0; i < tags.size(); i++) {
            byte[] tag = tags.get(i);
            int length = contents.get(i).length;
            index[3 * i] = (tag[0] & 0xFF) << 16 | (tag[1] & 0xFF) << 8 | tag[2] & 0xFF;
            index[3 * i + 1] = before.length + start(i);
            index[3 * i + 2] = length;
            if (verbatim) {
                out.writeBytes(tag);
                String entry = String.format(Locale.ROOT, "%04d%05d", length + 1, start(i) - base());
                out.writeBytes(entry.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        if (verbatim) {
            out.write(0x1E);
        }
        for (byte[] content : contents) {
            out.writeBytes(content);
            out.write(0x1E);
        }
        if (verbatim) {
            out.write(0x1D);
        }
        byte[] data = out.toByteArray();
        for (byte value : data) {
            ascii &= value >= 0;
        }
        return create(data, before.length, index, ascii);
    }

    private MarcRecord create(byte[] data, int offset, int[] index, boolean ascii) {
        RecordAccess access = RecordAccess.get();
        MarcRecord record = access.create(
                data, offset, data.length - offset, index, verbatim, ascii, SOURCE, SOURCE_OFFSET, encoding, null);
        access.number(record, 1);
        return record;
    }
}
