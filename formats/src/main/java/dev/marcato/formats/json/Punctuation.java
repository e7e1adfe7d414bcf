// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.Finding;

/**
 * Follows what stands around the records of a stretch, and tells of commas and brackets that are missing or too many. Records are
 * the same without: it makes none unclean. One thread's.
 *
 * <p>A stretch that begins with a record shows what stands behind that record, up to the next one. With what the document's head says
 * of all of it ({@link Surroundings}), and whether the source ends there, that is enough: each gap is judged by itself, whoever
 * reads it. Objects that were opened before the stretch are not known, so a brace may close one; and a record behind the end of
 * an array is told, but what comes behind that is judged as if the array went on.
 */
final class Punctuation {
    private enum State {
        /** Nothing came yet. */
        BEGIN,
        /** Behind a bracket that opens an array. */
        OPENED,
        /** Behind a value, {@link #behind} being where that ends. */
        VALUE,
        /** Behind a comma, which stands at {@link #comma}. */
        COMMA,
        /** Behind a bracket that closes an array, and behind a comma after that. */
        CLOSED,
        CLOSED_COMMA,
        /** Among the members of an object; commas there are not looked at. */
        MEMBERS,
        /** Behind a brace that may end the document: another one may follow. */
        OVER,
        /** Behind damage, which was told. */
        UNSURE
    }

    private static final String PASSED = "passed over";
    private static final String AS_IF = "read as if it were there";

    private final Surroundings surroundings;
    private final JsonPieces pieces;

    private State state = State.BEGIN;
    /** Objects that were opened in this stretch. */
    private int objects;
    /** Whether an array is open, or was. */
    private boolean inArray;
    /** Whether the array of an object was closed that was opened before the stretch. */
    private boolean closedArray;
    /** Whether nothing stands before the stretch, so that no object can be open that was not opened in it. */
    private boolean beginsSource;

    private int behind;
    private int comma;
    /** Whether the value was an object around records, which ends there. */
    private boolean endedObject;

    Punctuation(Surroundings surroundings, JsonPieces pieces) {
        this.surroundings = surroundings;
        this.pieces = pieces;
    }

    /** @param atRecord whether the stretch begins with a record; else it begins with its source, or is whole */
    void begin(int from, boolean atRecord) {
        objects = 0;
        closedArray = false;
        beginsSource = pieces.offset(from) == 0;
        inArray = atRecord && isInArray();
        state = inArray ? State.OPENED : State.BEGIN;
        behind = from;
    }

    /** Whether records stand in an array throughout the document. */
    private boolean isInArray() {
        return surroundings == Surroundings.ARRAY || surroundings == Surroundings.ENVELOPE;
    }

    /** How many objects around records are open that were opened in this stretch. */
    int objects() {
        return objects;
    }

    /** Whether something is wrong about so many commas behind a value, and then the end of the stretch. */
    boolean isUsual(int commas, boolean endsSource) {
        return switch (surroundings) {
            case ARRAY, ENVELOPE -> commas == 1 && !endsSource;
            case NOTHING -> commas == 0;
            case UNKNOWN -> true;
        };
    }

    /** A value came that is read or rejected. */
    void value(int from, int end) {
        beginValue(from);
        valueEnds(end, false);
    }

    /** An object came that is around records, and goes on behind its brace. */
    void openObject(int brace) {
        beginValue(brace);
        objects++;
        state = State.MEMBERS;
    }

    void openArray(int bracket) {
        if (state == State.VALUE && isInside()) {
            tell(behind, "a comma is missing", "", AS_IF);
        } else if (state == State.CLOSED_COMMA) {
            commaTooMany();
        } else if (inArray && (state == State.OPENED || state == State.COMMA)) {
            tell(bracket, "an array in an array", "a record", "its records were read");
        }
        inArray = true;
        closedArray = false;
        state = State.OPENED;
        behind = bracket + 1;
    }

    void comma(int at) {
        switch (state) {
            case MEMBERS, OVER -> {}
            case CLOSED -> {
                comma = at;
                state = State.CLOSED_COMMA;
            }
            case OPENED, COMMA, CLOSED_COMMA -> tell(at, "a comma too many", "", PASSED);
            case BEGIN, VALUE, UNSURE -> {
                if (state != State.UNSURE && !isInside()) {
                    tell(at, "a comma outside of an array", "", PASSED);
                } else {
                    comma = at;
                    state = State.COMMA;
                }
            }
        }
    }

    void closeArray(int at) {
        switch (state) {
            case COMMA -> commaTooMany();
            case MEMBERS -> tell(at, "\"]\" in an object", "\"}\"", PASSED);
            case CLOSED -> unopened(at);
            case CLOSED_COMMA -> {
                commaTooMany();
                unopened(at);
            }
            case BEGIN, OPENED, VALUE -> {
                if (!inArray) {
                    unopened(at);
                    return;
                }
            }
            case OVER, UNSURE -> {}
        }
        closedArray = surroundings == Surroundings.ENVELOPE && objects == 0;
        inArray = isInArray();
        state = State.CLOSED;
        behind = at + 1;
    }

    void closeObject(int at) {
        if (state == State.COMMA || state == State.CLOSED_COMMA) {
            commaTooMany();
        }
        boolean mayEndAll = objects == 0 ? closedArray : objects == 1 && beginsSource;
        objects = Math.max(0, objects - 1);
        valueEnds(at + 1, true);
        if (mayEndAll) {
            state = State.OVER;
        }
    }

    /** A member of an object around records came. */
    void member() {
        if (state == State.UNSURE) {
            return;
        }
        if (state == State.CLOSED && surroundings == Surroundings.ARRAY) {
            tell(behind, "text behind the end of the array", "", PASSED);
            state = State.UNSURE;
        } else {
            if (state == State.VALUE || state == State.CLOSED) {
                tell(behind, "a comma is missing", "", AS_IF);
            }
            state = State.MEMBERS;
        }
    }

    /** Something was rejected, and told: what is due behind it is not known. */
    void damage() {
        state = State.UNSURE;
    }

    /** @param whole whether it is the end of the source, or of a line that is whole; else another record begins */
    void end(int to, boolean whole) {
        if (state == State.CLOSED_COMMA) {
            commaTooMany();
        } else if (!whole && state == State.CLOSED) {
            tell(behind, "a record behind the end of the array", "", "read");
        } else if (!whole && state == State.VALUE && isInside()) {
            tell(behind, "a comma is missing", "", AS_IF);
        } else if (whole && inArray && !mayEnd()) {
            boolean inObject = state == State.MEMBERS || state == State.CLOSED;
            tell(
                    pieces.inkEnd(to),
                    inObject ? "the text ends in an object" : "the text ends in an array",
                    inObject ? "\"}\"" : "\"]\"",
                    "what is there was read");
        }
    }

    /** Whether all may be closed: an object around the array may have been opened before. */
    private boolean mayEnd() {
        return switch (state) {
            case BEGIN, OVER, UNSURE, CLOSED_COMMA -> true;
            case CLOSED -> surroundings != Surroundings.ENVELOPE;
            case VALUE -> surroundings != Surroundings.ARRAY && endedObject;
            case OPENED, COMMA, MEMBERS -> false;
        };
    }

    private boolean isInside() {
        return inArray || objects > 0;
    }

    private void beginValue(int at) {
        if (state == State.VALUE && isInside()) {
            tell(behind, "a comma is missing", "", AS_IF);
        } else if (state == State.CLOSED) {
            tell(behind, "a record behind the end of the array", "", "read");
        } else if (state == State.CLOSED_COMMA) {
            commaTooMany();
        }
        behind = at;
    }

    private void valueEnds(int end, boolean ofObject) {
        state = State.VALUE;
        behind = end;
        endedObject = ofObject;
    }

    private void commaTooMany() {
        tell(comma, "a comma too many", "", PASSED);
    }

    private void unopened(int at) {
        tell(at, "\"]\" without \"[\"", "", PASSED);
    }

    private void tell(int at, String found, String expected, String action) {
        if (surroundings != Surroundings.UNKNOWN) {
            pieces.foundAround(Finding.at(pieces.offset(at), DiagnosticCode.MARKUP_REPAIRED, found, expected, action));
        }
    }
}
