// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import dev.marcato.UnencodablePolicy;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * One run of encoding, from UTF-8 to bytes of a {@link SetFamily}: letter by letter, each with the marks behind it, which
 * come before it. Sets other than that of the right half are put into the left one; before every delimiter and
 * terminator, and at the end, the set of the beginning stands there again. For one thread, one call.
 *
 * <p>What a set has is not taken apart. What all of them lack is: into a letter and its marks; or it is put together with
 * the letter before, if it is a mark. What they lack then is up to the policy.
 */
final class Iso2022Encoder {
    private final SetFamily family;
    private final byte[] utf8;
    private final int to;
    private final ByteOutput out;
    private final UnencodablePolicy policy;
    private final SetOutput sets;

    private int at;
    private final Cluster cluster = new Cluster();
    /** Marks of the letter that comes next. */
    private final Cluster marks = new Cluster();
    /** The right half of a mark over two letters, for the letter that comes next; 0 if there is none. */
    private int rightHalf;

    private int firstBad = -1;

    Iso2022Encoder(SetFamily family, byte[] utf8, int from, int to, ByteOutput out, UnencodablePolicy policy) {
        this.family = family;
        this.utf8 = utf8;
        this.at = from;
        this.to = to;
        this.out = out;
        this.policy = policy;
        this.sets = new SetOutput(family, out);
    }

    /** Position of the first character that no set has, -1 if there is none. */
    int encode() {
        while (at < to && !stopped()) {
            if (rightHalf == 0 && sets.isPlain()) {
                asciiRun();
            }
            if (at < to) {
                next();
            }
        }
        if (!stopped()) {
            sets.reset();
        }
        return firstBad;
    }

    private boolean stopped() {
        return firstBad >= 0 && policy == UnencodablePolicy.ERROR;
    }

    /** Copies ASCII, but for the last character before something else: a mark may follow it. */
    private void asciiRun() {
        int end = family.isMarc8() ? Ascii.firstSpecial(utf8, at, to, (byte) '&') : Ascii.firstSpecial(utf8, at, to);
        if (end < to && end > at && !Controls.isSeparator(utf8[end - 1])) {
            end--;
        }
        if (end > at) {
            out.write(utf8, at, end - at);
            at = end;
            if (utf8[at - 1] == Controls.SUBFIELD_DELIMITER) {
                subfieldCode();
            }
        }
    }

    private void next() {
        int start = at;
        int character = read();
        if (Controls.isC0(character) && character != Ascii.ESCAPE) {
            if (Controls.isSeparator(character)) {
                sets.reset();
            }
            out.write(character);
            if (character == Controls.SUBFIELD_DELIMITER) {
                subfieldCode();
            }
        } else if (Controls.code(character) != 0) {
            out.write(Controls.code(character));
        } else if (character == '&' && family.isMarc8() && CharacterReference.end(utf8, start, to) > 0) {
            // Text that looks like a reference must not be read as one.
            begin(family.latin());
            CharacterReference.write(out, character);
        } else {
            readCluster(character);
            writeCluster(start);
        }
    }

    /** What stands behind a delimiter is a code: ASCII whatever the sets are, and no letter for marks. */
    private void subfieldCode() {
        if (at == to || Controls.isSeparator(utf8[at])) {
            return;
        }
        int start = at;
        int character = read();
        int code = Controls.code(character) != 0
                ? Controls.code(character)
                : family.g1().table().code(character) | 0x80;
        if (character < 0x80 && character != Ascii.ESCAPE) {
            out.write(character);
        } else if ((code & 0x7F) != 0) {
            out.write(code);
        } else {
            unencodable(start, character);
        }
    }

    /** The next character; U+FFFD for bytes that are none. */
    private int read() {
        int length = Utf8.length(utf8, at, to);
        int character = length == 0 ? 0xFFFD : Utf8.character(utf8, at, length);
        at += length == 0 ? Utf8.damaged(utf8, at, to) : length;
        return character;
    }

    /** A character, and the marks and parts of it that follow. */
    private void readCluster(int first) {
        cluster.clear();
        cluster.add(first);
        while (at < to && utf8[at] < 0) {
            int start = at;
            int character = read();
            if (!sets.isMark(character) && !Decomposition.mayCompose(character)) {
                at = start;
                return;
            }
            cluster.add(character);
        }
    }

    private void writeCluster(int start) {
        if (cluster.count() > 1 && hasUnknownPart()) {
            cluster.compose();
        }
        int next = 0;
        if (sets.isMark(cluster.get(0)) && !isFollowedByLetter(0)) {
            // Marks of no letter, and none that could take them.
            for (; next < cluster.count() && sets.isMark(cluster.get(next)); next++) {
                sets.write(cluster.get(next));
            }
        }
        while (next < cluster.count() && !stopped()) {
            int letter = cluster.get(next++);
            int base = expand(letter);
            while (next < cluster.count() && takes(next)) {
                marks.add(cluster.get(next++));
            }
            if (base < 0) {
                unencodable(start, letter);
            } else {
                begin(sets.with(base));
                sets.write(base);
            }
        }
    }

    private boolean hasUnknownPart() {
        for (int i = 1; i < cluster.count(); i++) {
            if (!sets.isMark(cluster.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a character of the cluster can be written as a mark of the letter before it, which has one half at most. */
    private boolean takes(int index) {
        int character = cluster.get(index);
        boolean half = DoubleMarks.isDouble(character);
        return sets.isMark(character) && (!half || !hasDoubleMark() && isFollowedByLetter(index + 1));
    }

    private boolean hasDoubleMark() {
        for (int i = 0; i < marks.count(); i++) {
            if (DoubleMarks.isDouble(marks.get(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether there is a letter, or what is written like one, behind the marks from an index on. A mark over two letters
     * always has one behind it, or is written like one itself.
     */
    private boolean isFollowedByLetter(int index) {
        for (int i = index; i < cluster.count(); i++) {
            if (!sets.isMark(cluster.get(i)) || DoubleMarks.isDouble(cluster.get(i))) {
                return true;
            }
        }
        if (at == to) {
            return false;
        }
        int end = at;
        int character = read();
        at = end;
        return character == Ascii.ESCAPE || !Controls.isC0(character) && Controls.code(character) == 0;
    }

    /** Takes marks off a letter that no set has until one has the rest; -1 if none has it, or none has such a mark. */
    private int expand(int letter) {
        int rest = letter;
        while (sets.with(rest) == null) {
            int parts = Decomposition.of(rest);
            int mark = parts >>> 16;
            if (parts == Decomposition.NONE || mark != 0 && !sets.isMark(mark)) {
                marks.clear();
                return -1;
            }
            if (mark != 0) {
                marks.addFirst(mark);
            }
            rest = parts & 0xFFFF;
        }
        if (sets.isMark(rest)) {
            // Another name of a mark (U+0341) is no letter.
            marks.clear();
            return -1;
        }
        return rest;
    }

    private void unencodable(int start, int character) {
        firstBad = firstBad < 0 ? start : firstBad;
        switch (policy) {
            case ERROR -> {}
            case REFERENCE -> {
                begin(family.latin());
                CharacterReference.write(out, character);
            }
            case REPLACE -> {
                begin(family.latin());
                out.write('|');
            }
        }
    }

    /** What stands before a letter of a set: the way into the set, and the marks. */
    private void begin(@Nullable GraphicSet set) {
        GraphicSet letters = sets.leftFor(set);
        sets.put(letters);
        int right = rightHalf;
        rightHalf = 0;
        if (right != 0) {
            sets.write(right);
        }
        for (int i = 0; i < marks.count(); i++) {
            int mark = marks.get(i);
            if (DoubleMarks.isDouble(mark)) {
                rightHalf = DoubleMarks.right(mark);
                mark = DoubleMarks.left(mark, family.g1().table());
            }
            sets.write(mark);
        }
        marks.clear();
        sets.put(letters);
    }
}
