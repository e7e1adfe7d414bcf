// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.io.ByteOutput;
import dev.marcato.io.RecordBuilder;
import dev.marcato.io.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields that are spelled as nearly all programs spell them: without blanks, or with one behind each comma and colon;
 * indicators before subfields, or behind them. That is done in one go, and stops before the first field that has anything
 * else in it, or anything that is to be found: {@link RecordObject} reads that one, and would read all others the same. One
 * thread's.
 */
final class UsualFields {
    private static final byte DELIMITER = 0x1F;
    private static final int NONE = -1;
    /** So many bytes of a string are copied at once, since where it ends is not known before. */
    private static final int STEP = 256;

    private static final UsualText TAG = new UsualText("{\"???\":");
    private static final UsualText CODE = new UsualText("{\"?\":");
    private static final Spelling DENSE = new Spelling(
            new UsualText("{\"leader\":\"" + "?".repeat(24) + "\",\"fields\":["),
            new UsualText("{\"ind1\":\"?\",\"ind2\":\"?\",\"subfields\":["),
            new UsualText("{\"subfields\":["),
            new UsualText(",\"ind1\":\"?\",\"ind2\":\"?\"}"));
    private static final Spelling SPACED = new Spelling(
            new UsualText("{\"leader\": \"" + "?".repeat(24) + "\", \"fields\": ["),
            new UsualText("{\"ind1\": \"?\", \"ind2\": \"?\", \"subfields\": ["),
            new UsualText("{\"subfields\": ["),
            new UsualText(", \"ind1\": \"?\", \"ind2\": \"?\"}"));

    private byte[] bytes = {};
    private int to;

    /**
     * What is before the fields, and what is in a data field besides its subfields: before them, or before and behind them.
     */
    private record Spelling(UsualText record, UsualText indicators, UsualText subfields, UsualText indicatorsBehind) {}

    /** The text up to the fields, the leader being all that differs, if it stands at a place; else null. */
    static @Nullable UsualText beginning(byte[] bytes, int at, int to) {
        return DENSE.record.standsAt(bytes, at, to)
                ? DENSE.record
                : SPACED.record.standsAt(bytes, at, to) ? SPACED.record : null;
    }

    /**
     * Reads as many fields as it can.
     *
     * @param from behind the bracket that opens the array of fields, or behind one of them
     * @param first whether it is the bracket, so that no comma comes next
     * @return where the last one ends that was read; {@code from} if none was
     */
    int read(byte[] newBytes, int from, int newTo, boolean first, RecordBuilder builder) {
        bytes = newBytes;
        to = newTo;
        int done = from;
        boolean comma = !first;
        while (true) {
            int at = comma ? behindComma(done) : done;
            if (at < 0 || !TAG.standsAt(bytes, at, to)) {
                return done;
            }
            int value = behindBlank(at + TAG.length());
            ByteOutput out = builder.beginField(bytes[at + 2] << 16 | bytes[at + 3] << 8 | bytes[at + 4]);
            int end = is('"', value) ? text(value, out) : dataField(value, out);
            if (end < 0 || !is('}', end)) {
                builder.dropField();
                return done;
            }
            builder.endField();
            done = end + 1;
            comma = true;
        }
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
            int end = from + spelling.indicators.length();
            out.write(bytes[from + spelling.indicators.any(0)]);
            out.write(bytes[from + spelling.indicators.any(1)]);
            int behind = subfields(end, out);
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

    /** Adds one or more subfields, and says where the bracket behind them has been passed. */
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
            at = behindComma(end + 1);
            if (at < 0) {
                return NONE;
            }
        }
        return NONE;
    }

    /** Adds the text of a string, and says where it ends. */
    private int text(int open, ByteOutput out) {
        int run = open + 1;
        int at = run;
        boolean high = false;
        while (true) {
            int most = Math.min(to - at, STEP);
            int place = out.claim(most + PlainRun.BEYOND);
            int length = PlainRun.copy(bytes, at, at + most, out.array(), place);
            if (length < 0) {
                high = true;
                length = ~length;
            }
            out.claimed(place + length);
            at += length;
            if (length == most && at < to) {
                continue;
            }
            if (high && Utf8.firstWrong(bytes, run, at) < at) {
                return NONE;
            }
            if (is('"', at)) {
                return at + 1;
            }
            if (!isEscape(at)) {
                return NONE;
            }
            out.write(bytes[at + 1]);
            at += 2;
            run = at;
            high = false;
        }
    }

    private boolean isEscape(int at) {
        return is('\\', at) && (is('"', at + 1) || is('\\', at + 1) || is('/', at + 1));
    }

    private int behindComma(int at) {
        return is(',', at) ? behindBlank(at + 1) : NONE;
    }

    private int behindBlank(int at) {
        return is(' ', at) ? at + 1 : at;
    }

    private boolean is(char character, int at) {
        return at < to && bytes[at] == character;
    }
}
