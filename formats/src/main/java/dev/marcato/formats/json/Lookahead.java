// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

/**
 * Looks through what may be around records before it is entered, and keeps the account of it: what does not end would be looked
 * through again from each of its brackets on. One thread's.
 */
final class Lookahead {
    /**
     * So often each byte of a stretch is looked through on average. An envelope that is right takes two for each object that is
     * around a record, and may be 16 deep.
     */
    static final int MOST = 64;

    private static final int NONE = -1;

    private final JsonCursor cursor;

    private byte[] bytes = {};
    private int from;
    private int to;
    private int ink;
    private long looked;

    Lookahead(JsonCursor cursor) {
        this.cursor = cursor;
    }

    void begin(byte[] newBytes, int newFrom, int newTo) {
        bytes = newBytes;
        from = newFrom;
        to = newTo;
        ink = NONE;
        looked = 0;
    }

    /** The cursor has gone from a place to where it is, and may go back. */
    void lookedFrom(int place) {
        looked += Math.max(0, cursor.position() - place);
    }

    /** How many bytes of the stretch were looked through, those that were so twice counted twice. */
    long looked() {
        return looked;
    }

    /** Whether no more of the stretch is worth a look. */
    boolean isExhausted() {
        return looked > (long) MOST * (to - from);
    }

    /** Where a broken object ends: behind the brace that closes it, if its brackets match; else negative. */
    int behindObject(int brace) {
        cursor.moveTo(brace);
        try {
            cursor.passValue();
            return cursor.position();
        } catch (JsonDamage e) {
            return NONE;
        } finally {
            lookedFrom(brace);
        }
    }

    /** Whether a complete object has an array for records, with none in it. */
    boolean isEmptyEnvelope(int brace) {
        boolean empty = false;
        cursor.moveTo(brace + 1);
        try {
            for (boolean first = true; !empty && cursor.member(first); first = false) {
                empty = JsonNames.isItems(cursor.nameArray(), cursor.nameFrom(), cursor.nameTo())
                        && cursor.peek() == '[';
                cursor.passValue();
            }
        } catch (JsonDamage e) {
            empty = false;
        }
        lookedFrom(brace);
        return empty;
    }

    /** Whether something may begin where the stretch ends: there the next record, or what is around it, does. */
    boolean isOpening(int done) {
        if (ink < 0) {
            ink = JsonPieces.behindInk(bytes, from, to);
        }
        return ink > done && (bytes[ink - 1] == ':' || bytes[ink - 1] == '[' || bytes[ink - 1] == ',');
    }
}
