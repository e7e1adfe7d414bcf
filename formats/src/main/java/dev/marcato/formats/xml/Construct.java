// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

/**
 * Passes over markup that is no element and in which a {@code <} means nothing: a comment, a CDATA section, a processing
 * instruction, a document type declaration. The bytes may come in any portions. One thread's.
 */
final class Construct {
    /** What can be passed over. */
    enum Kind {
        NONE(""),
        COMMENT("<!--"),
        CDATA("<![CDATA["),
        DOCTYPE("<!DOCTYPE"),
        INSTRUCTION("<?");

        /** How it begins. */
        final String opening;

        Kind(String opening) {
            this.opening = opening;
        }
    }

    private static final int END_OF_COMMENT = '-' << 16 | '-' << 8 | '>';
    private static final int END_OF_CDATA = ']' << 16 | ']' << 8 | '>';
    private static final int END_OF_INSTRUCTION = '?' << 8 | '>';
    private static final int BEGIN_OF_INSTRUCTION = '<' << 8 | '?';
    private static final int BEGIN_OF_COMMENT = '<' << 24 | '!' << 16 | '-' << 8 | '-';

    private Kind kind = Kind.NONE;
    private int left;
    /** The last four bytes, the last one lowest. */
    private int tail;

    /** In a declaration: the quotation mark that is open, whether it is within brackets, what stands inside it. */
    private int quote;

    private boolean subset;
    private Kind inner = Kind.NONE;

    /** Whether it is being passed over. */
    boolean isOpen() {
        return kind != Kind.NONE;
    }

    /**
     * Begins behind the opening.
     *
     * @param most so many bytes at most; then it is no longer believed, since its end must have been lost
     */
    void begin(Kind which, int most) {
        kind = which;
        left = most;
        tail = 0;
        quote = 0;
        subset = false;
        inner = Kind.NONE;
    }

    /** Passes over what is there of it: the place behind its end, or {@code to}. */
    int pass(byte[] bytes, int from, int to) {
        int end = to - from > left ? from + left : to;
        int at = from;
        while (at < end && kind != Kind.NONE) {
            tail = tail << 8 | bytes[at] & 0xFF;
            if (ends(bytes[at])) {
                kind = Kind.NONE;
            }
            at++;
        }
        left -= at - from;
        if (left == 0) {
            kind = Kind.NONE;
        }
        return at;
    }

    private boolean ends(byte value) {
        return switch (kind) {
            case COMMENT -> isEndOfComment();
            case CDATA -> (tail & 0xFFFFFF) == END_OF_CDATA;
            case INSTRUCTION -> isEndOfInstruction();
            case DOCTYPE -> endsDeclaration(value);
            case NONE -> true;
        };
    }

    private boolean isEndOfComment() {
        return (tail & 0xFFFFFF) == END_OF_COMMENT;
    }

    private boolean isEndOfInstruction() {
        return (tail & 0xFFFF) == END_OF_INSTRUCTION;
    }

    private boolean endsDeclaration(byte value) {
        if (inner != Kind.NONE) {
            if (inner == Kind.COMMENT ? isEndOfComment() : isEndOfInstruction()) {
                inner = Kind.NONE;
            }
        } else if (quote != 0) {
            quote = value == quote ? 0 : quote;
        } else if (value == '"' || value == '\'') {
            quote = value;
        } else if (tail == BEGIN_OF_COMMENT) {
            inner = Kind.COMMENT;
            tail = 0;
        } else if ((tail & 0xFFFF) == BEGIN_OF_INSTRUCTION) {
            inner = Kind.INSTRUCTION;
            tail = 0;
        } else if (value == '[') {
            subset = true;
        } else if (value == ']') {
            subset = false;
        } else {
            return value == '>' && !subset;
        }
        return false;
    }
}
