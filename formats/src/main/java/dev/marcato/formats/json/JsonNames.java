// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import java.nio.charset.StandardCharsets;

/** The names of members that tell a record from anything else. */
final class JsonNames {
    static final byte[] LEADER = ascii("leader");
    static final byte[] FIELDS = ascii("fields");
    static final byte[][] CONTROL_FIELDS = {ascii("controlfield"), ascii("controlfields")};
    static final byte[][] DATA_FIELDS = {ascii("datafield"), ascii("datafields")};
    static final byte[][] SUBFIELDS = {ascii("subfields"), ascii("subfield")};
    static final byte[] TAG = ascii("tag");
    static final byte[] CODE = ascii("code");
    static final byte[] INDICATORS = ascii("ind");
    /** What the text of a field or subfield is called where tag and code are members of their own. */
    static final byte[][] TEXT = {ascii("data"), ascii("value"), ascii("text"), ascii("content")};

    /** How the name of an array ends that holds records, or what records are wrapped in. */
    private static final byte[] ITEMS = ascii("ecords");

    private JsonNames() {}

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether a member of this name makes an object a record. */
    static boolean isOfRecord(byte[] bytes, int from, int to) {
        if (from == to) {
            return false;
        }
        return switch (bytes[from]) {
            case 'l' -> is(LEADER, bytes, from, to);
            case 'f' -> is(FIELDS, bytes, from, to);
            case 'c' -> isOneOf(CONTROL_FIELDS, bytes, from, to);
            case 'd' -> isOneOf(DATA_FIELDS, bytes, from, to);
            default -> false;
        };
    }

    /** Whether an array of this name holds records: {@code records}, {@code sourceRecords}. */
    static boolean isItems(byte[] bytes, int from, int to) {
        return to - from > ITEMS.length && is(ITEMS, bytes, to - ITEMS.length, to);
    }

    static boolean isOneOf(byte[][] names, byte[] bytes, int from, int to) {
        for (byte[] name : names) {
            if (is(name, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    static boolean is(byte[] name, byte[] bytes, int from, int to) {
        if (to - from != name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (name[i] != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
