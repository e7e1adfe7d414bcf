// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.io.ByteOutput;
import dev.marcato.io.RecordBuilder;
import dev.marcato.io.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads records that are spelled as nearly all programs spell them: without blanks, or with one behind each comma and colon; the
 * leader first; indicators before subfields, or behind them. A record that has anything else in it, or anything that is to
 * be found, it leaves to {@link RecordObject}, which would read all others the same. One thread's.
 *
 * <p>It is little code, which the compiler is done with soon: for a hundred megabytes that counts as much as how fast it is then.
 */
final class UsualRecord {
    static final int NONE = -1;

    private static final byte DELIMITER = 0x1F;
    /** So many bytes of a string are copied at once, since where it ends is not known before. */
    private static final int STEP = 256;

    private static final int LEADER = 24;

    private static final UsualText TAG = new UsualText("{\"???\":");
    private static final UsualText CODE = new UsualText("{\"?\":");
    private static final Spelling DENSE = new Spelling(
            new UsualText("{\"leader\":\"" + "?".repeat(LEADER) + "\",\"fields\":["),
            new UsualText("{\"ind1\":\"?\",\"ind2\":\"?\",\"subfields\":["),
            new UsualText("{\"subfields\":["),
            new UsualText(",\"ind1\":\"?\",\"ind2\":\"?\"}"));
    private static final Spelling SPACED = new Spelling(
            new UsualText("{\"leader\": \"" + "?".repeat(LEADER) + "\", \"fields\": ["),
            new UsualText("{\"ind1\": \"?\", \"ind2\": \"?\", \"subfields\": ["),
            new UsualText("{\"subfields\": ["),
            new UsualText(", \"ind1\": \"?\", \"ind2\": \"?\"}"));

    private byte[] bytes = {};
    private int to;
    /** Whether there may be bytes of 0x80 or more: all bits are set then, and else none. */
    private int high;

    /** What is before the fields, and what is in a data field besides its subfields: before them, or before and behind them. */
    private record Spelling(UsualText record, UsualText indicators, UsualText subfields, UsualText indicatorsBehind) {
        /** How far behind the beginning the leader stands. */
        int leader() {
            return record.any(0);
        }
    }

    /**
     * Reads the record that begins at a place.
     *
     * @param builder begins anew, and has the record then; something else where there is none
     * @return where it ends; {@link #NONE} if it is not usual
     */
    int read(byte[] newBytes, int from, int newTo, RecordBuilder builder) {
        bytes = newBytes;
        to = newTo;
        high = 0;
        Spelling spelling = spelling(from);
        if (spelling == null) {
            return NONE;
        }
        builder.begin();
        builder.leader(bytes, from + spelling.leader());
        int end = fields(from + spelling.record.length(), builder);
        if (end < 0 || !is(']', end) || !is('}', end + 1)) {
            return NONE;
        }
        return high == 0 || Utf8.isRight(bytes, from, end) ? end + 2 : NONE;
    }

    private @Nullable Spelling spelling(int from) {
        return DENSE.record.standsAt(bytes, from, to) ? DENSE : SPACED.record.standsAt(bytes, from, to) ? SPACED : null;
    }

    /** Reads fields up to the bracket that closes their array, and says where it stands; negative if they are not usual. */
    private int fields(int from, RecordBuilder builder) {
        int at = from;
        while (TAG.standsAt(bytes, at, to)) {
            int value = behindBlank(at + TAG.length());
            ByteOutput out = builder.beginField(bytes[at + 2] << 16 | bytes[at + 3] << 8 | bytes[at + 4]);
            int end = is('"', value) ? text(value, out) : dataField(value, out);
            if (end < 0 || !is('}', end)) {
                return NONE;
            }
            builder.endField();
            if (!is(',', end + 1)) {
                return end + 1;
            }
            at = behindBlank(end + 2);
        }
        return at == from ? at : NONE;
    }

    /** Adds a data field, and says where it ends; negative if it is not usual. */
    private int dataField(int from, ByteOutput out) {
        int end = dataField(DENSE, from, out);
        if (end == from) {
            end = dataField(SPACED, from, out);
        }
        return end == from ? NONE : end;
    }

    /** The same; where it begins if it is not spelled so. */
    private int dataField(Spelling spelling, int from, ByteOutput out) {
        int indicators = out.size();
        if (spelling.indicators.standsAt(bytes, from, to)) {
            out.write(bytes[from + spelling.indicators.any(0)]);
            out.write(bytes[from + spelling.indicators.any(1)]);
            int behind = subfields(from + spelling.indicators.length(), out);
            return behind >= 0 && is('}', behind) ? behind + 1 : NONE;
        }
        if (!spelling.subfields.standsAt(bytes, from, to)) {
            return from;
        }
        out.write(' ');
        out.write(' ');
        int behind = subfields(from + spelling.subfields.length(), out);
        if (behind < 0 || !spelling.indicatorsBehind.standsAt(bytes, behind, to)) {
            return NONE;
        }
        out.array()[indicators] = bytes[behind + spelling.indicatorsBehind.any(0)];
        out.array()[indicators + 1] = bytes[behind + spelling.indicatorsBehind.any(1)];
        return behind + spelling.indicatorsBehind.length();
    }

    /** Adds one or more subfields, and says where the bracket behind them has been passed; negative if they are not usual. */
    private int subfields(int from, ByteOutput out) {
        int at = from;
        while (CODE.standsAt(bytes, at, to)) {
            out.write(DELIMITER);
            out.write(bytes[at + 2]);
            int value = behindBlank(at + CODE.length());
            int end = is('"', value) ? text(value, out) : NONE;
            if (end < 0 || !is('}', end)) {
                return NONE;
            }
            if (is(']', end + 1)) {
                return end + 2;
            }
            if (!is(',', end + 1)) {
                return NONE;
            }
            at = behindBlank(end + 2);
        }
        return NONE;
    }

    /** Adds the text of a string, and says where it ends; negative if it is not usual. */
    private int text(int open, ByteOutput out) {
        int at = open + 1;
        while (true) {
            int most = Math.min(to - at, STEP);
            int place = out.claim(most + PlainRun.BEYOND);
            int length = PlainRun.copy(bytes, at, at + most, out.array(), place);
            // No branch: when the first such text came, the compiler would begin anew.
            int negative = length >> 31;
            high |= negative;
            length ^= negative;
            out.claimed(place + length);
            at += length;
            if (is('"', at)) {
                return at + 1;
            }
            if (length < most || at == to) {
                at = escape(at, out);
                if (at < 0) {
                    return NONE;
                }
            }
        }
    }

    /** Adds what an escape stands for, and says where it ends; negative if there is none, or it is not usual. */
    private int escape(int at, ByteOutput out) {
        if (!is('\\', at)) {
            return NONE;
        }
        if (is('"', at + 1) || is('\\', at + 1) || is('/', at + 1)) {
            out.write(bytes[at + 1]);
            return at + 2;
        }
        int unit = JsonStrings.unit(bytes, at, to);
        if (unit < ' ' || Character.isSurrogate((char) unit)) {
            return NONE;
        }
        out.writeUtf8(unit);
        return at + 6;
    }

    private int behindBlank(int at) {
        return is(' ', at) ? at + 1 : at;
    }

    private boolean is(char character, int at) {
        return at < to && bytes[at] == character;
    }
}
