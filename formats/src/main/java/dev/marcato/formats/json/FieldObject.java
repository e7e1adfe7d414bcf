// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.RecordBuilder;
import dev.marcato.io.Utf8;

/**
 * Reads an object as a field. Its members may stand in any order, so indicators and subfields are put together apart, and become
 * a field at its end. One thread's.
 */
final class FieldObject {
    private static final byte DELIMITER = 0x1F;
    private static final int DEEPEST = 4;

    private final RecordObject record;
    private final JsonCursor cursor;
    private final FieldIndicators indicators = new FieldIndicators();
    private final ByteOutput subfields = new ByteOutput();
    private final ByteOutput text = new ByteOutput();
    private final ByteOutput code = new ByteOutput(64);
    private final ByteOutput shortText = new ByteOutput(64);

    private int tag;
    private boolean hasText;
    private boolean hasSubfields;

    FieldObject(RecordObject record, JsonCursor cursor) {
        this.record = record;
        this.cursor = cursor;
    }

    /** How many indicators the leader says there are; anything that is no digit where it says nothing, or is not known. */
    void indicatorsOfLeader(int count) {
        indicators.ofLeader(count);
    }

    /** The object of a field whose tag is known: {@code {"ind1": …, "ind2": …, "subfields": […]}}. */
    void untagged(int knownTag, RecordBuilder builder) throws JsonDamage {
        begin();
        tag = knownTag;
        int place = cursor.position();
        cursor.expect('{', "where a field begins");
        for (boolean first = true; cursor.member(first); first = false) {
            if (!indicator() && !subfieldsMember()) {
                record.passOver();
            }
        }
        end(place, builder);
    }

    /** An object that tells its tag: {@code {"tag": "245", "ind": "10", "subfield": […]}}. */
    void tagged(RecordBuilder builder) throws JsonDamage {
        begin();
        int place = cursor.position();
        cursor.inField(tag, builder.size() + 1);
        cursor.expect('{', "where a field begins");
        for (boolean first = true; cursor.member(first); first = false) {
            byte[] name = cursor.nameArray();
            int from = cursor.nameFrom();
            int to = cursor.nameTo();
            if (JsonNames.is(JsonNames.TAG, name, from, to)) {
                int value = shortText();
                tag = record.tag(shortText.array(), 0, shortText.size(), value);
                cursor.inField(tag, builder.size() + 1);
            } else if (JsonNames.isOneOf(JsonNames.TEXT, name, from, to)) {
                hasText = true;
                cursor.scalar(text);
            } else if (!indicator() && !subfieldsMember()) {
                record.passOver();
            }
        }
        if (tag < 0) {
            throw cursor.broken(place, "a field without a tag", "");
        }
        if (hasText && (hasSubfields || !indicators.isEmpty())) {
            throw cursor.broken(place, "a field with text and with subfields or indicators", "one of them");
        }
        if (hasText) {
            builder.beginField(tag).write(text.array(), 0, text.size());
            builder.endField();
        } else {
            end(place, builder);
        }
    }

    private void begin() {
        indicators.clear();
        subfields.clear();
        text.clear();
        hasText = false;
        hasSubfields = false;
        tag = -1;
    }

    /** Whether the member whose name was read is an indicator; then its value was read too. */
    private boolean indicator() throws JsonDamage {
        byte[] name = cursor.nameArray();
        int from = cursor.nameFrom();
        int length = cursor.nameTo() - from;
        int prefix = JsonNames.INDICATORS.length;
        if (length < prefix || length > prefix + 1 || !JsonNames.is(JsonNames.INDICATORS, name, from, from + prefix)) {
            return false;
        }
        int number = length == prefix ? 0 : name[from + prefix] - '0';
        if (length > prefix && !indicators.isNumber(number)) {
            return false;
        }
        cursor.peek();
        int place = cursor.position();
        int begin = indicators.text().size();
        if (indicators.has(number)) {
            throw cursor.unholdable(place, "indicator " + number + " is there twice", "once");
        }
        cursor.scalar(indicators.text());
        if (number == 0 && !indicators.takeAll()) {
            throw cursor.unholdable(place, "too many indicators", "2");
        }
        if (number > 0 && !indicators.takeOne(number, begin)) {
            throw cursor.unholdable(place, "indicator " + number + " of several characters", "one character");
        }
        tellBytes(number == 0 ? 1 : number, number == 0 ? FieldIndicators.MOST : number, place);
        return true;
    }

    /** Tells of indicators that are a character of several bytes: other programs will take these for several indicators. */
    private void tellBytes(int first, int last, int place) {
        for (int number = first; number <= last; number++) {
            if (indicators.bytes(number) > 1) {
                cursor.found(
                        place,
                        DiagnosticCode.MARKUP_REPAIRED,
                        "indicator " + number + " has " + indicators.bytes(number) + " bytes",
                        "one character of ASCII",
                        "its bytes were kept");
            }
        }
    }

    private boolean subfieldsMember() throws JsonDamage {
        if (!JsonNames.isOneOf(JsonNames.SUBFIELDS, cursor.nameArray(), cursor.nameFrom(), cursor.nameTo())) {
            return false;
        }
        hasSubfields = true;
        subfields(0);
        return true;
    }

    private void subfields(int depth) throws JsonDamage {
        if (cursor.peek() == '[' && depth < DEEPEST) {
            cursor.expect('[', "");
            for (boolean first = true; cursor.element(first); first = false) {
                subfields(depth + 1);
            }
            return;
        }
        cursor.expect('{', "where a subfield begins");
        for (boolean first = true; cursor.member(first); first = false) {
            byte[] name = cursor.nameArray();
            int from = cursor.nameFrom();
            int to = cursor.nameTo();
            if (isCode(name, from, to)) {
                code.clear();
                code.write(name, from, to - from);
                values(0);
            } else if (first && isOfPair(name, from, to)) {
                pair();
                return;
            } else {
                emptyCode();
            }
        }
    }

    /** The value of a subfield, or an array of values. */
    private void values(int depth) throws JsonDamage {
        if (cursor.peek() == '[' && depth < DEEPEST) {
            cursor.expect('[', "");
            for (boolean first = true; cursor.element(first); first = false) {
                values(depth + 1);
            }
            return;
        }
        subfields.write(DELIMITER);
        subfields.write(code.array(), 0, code.size());
        cursor.scalar(subfields);
    }

    /** Whether a subfield may have this code: one character, outside ASCII too, as some systems have them. */
    private static boolean isCode(byte[] bytes, int from, int to) {
        if (to - from == 1) {
            return bytes[from] >= 0 && (bytes[from] < 0x1D || bytes[from] > DELIMITER);
        }
        return to > from && bytes[from] < 0 && Utf8.length(bytes, from, to) == to - from;
    }

    /** A name that is no code: empty, it is a delimiter without a code, which has no value either. */
    private void emptyCode() throws JsonDamage {
        int place = cursor.nameAt();
        boolean empty = cursor.nameFrom() == cursor.nameTo();
        if (empty) {
            shortText();
        }
        if (!empty || shortText.size() > 0) {
            throw badCode(place, empty ? "a value without a subfield code" : "subfield code " + cursor.nameShown());
        }
        subfields.write(DELIMITER);
    }

    private JsonDamage badCode(int place, String found) {
        return cursor.unholdable(place, found, "a code of one character");
    }

    private static boolean isOfPair(byte[] name, int from, int to) {
        return JsonNames.is(JsonNames.CODE, name, from, to) || JsonNames.isOneOf(JsonNames.TEXT, name, from, to);
    }

    /** A subfield of two members, code and text, the first of which was begun. */
    private void pair() throws JsonDamage {
        int place = cursor.nameAt();
        code.clear();
        text.clear();
        do {
            byte[] name = cursor.nameArray();
            int from = cursor.nameFrom();
            int to = cursor.nameTo();
            if (JsonNames.is(JsonNames.CODE, name, from, to)) {
                int value = shortText();
                if (!isCode(shortText.array(), 0, shortText.size())) {
                    throw badCode(value, "a subfield code of " + shortText.size() + " bytes");
                }
                code.clear();
                code.write(shortText.array(), 0, shortText.size());
            } else if (JsonNames.isOneOf(JsonNames.TEXT, name, from, to)) {
                cursor.scalar(text);
            } else {
                record.passOver();
            }
        } while (cursor.member(false));
        if (code.size() == 0) {
            throw cursor.broken(place, "a subfield without a code", "");
        }
        subfields.write(DELIMITER);
        subfields.write(code.array(), 0, code.size());
        subfields.write(text.array(), 0, text.size());
        text.clear();
    }

    /** Reads a value that is short, and says where it stands. */
    private int shortText() throws JsonDamage {
        shortText.clear();
        cursor.peek();
        int place = cursor.position();
        cursor.scalar(shortText);
        return place;
    }

    private void end(int place, RecordBuilder builder) {
        int count = indicators.count();
        int missing = indicators.missing(count);
        if (missing > 0) {
            cursor.found(
                    place,
                    DiagnosticCode.MARKUP_REPAIRED,
                    missing == 1 ? "an indicator is missing" : missing + " indicators are missing",
                    String.valueOf(count),
                    "blanks were put in");
        }
        ByteOutput out = builder.beginField(tag);
        indicators.writeTo(out, count);
        out.write(subfields.array(), 0, subfields.size());
        builder.endField();
    }
}
