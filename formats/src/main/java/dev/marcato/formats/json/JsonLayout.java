// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

/**
 * What stands between the values of a record in MARC-in-JSON. A kind of value is always equally deep, so that all of it is known
 * before, line breaks and blanks included. Commas between fields and between subfields are apart. Immutable.
 */
final class JsonLayout {
    /** A record without line breaks. */
    static final JsonLayout COMPACT = new JsonLayout("", ":");
    /** Each value on a line of its own; the record one level deep. */
    static final JsonLayout INDENTED = new JsonLayout("\n  ", ": ");

    /** Up to the leader's text, and behind it up to the fields. */
    final FixedText leader;

    final FixedText fields;

    /** Up to the tag's text. */
    final FixedText field;
    /** Between the tag's text and a field's that has nothing but text, and behind that. */
    final FixedText text;

    final FixedText textEnd;

    /** Between the tag's text and the first indicator's number, and between a number and the indicator's text. */
    final FixedText indicators;

    final FixedText indicator;
    /** Between an indicator's text and the next number, and behind the last indicator's text up to the subfields. */
    final FixedText nextIndicator;

    final FixedText subfields;
    /** Between the tag's text and the subfields, where no indicator is. */
    final FixedText onlySubfields;

    /** Up to the subfields, of a field with two indicators; blanks stand for what differs. */
    final FixedText dataField;
    /** How far before the end of that the three characters of the tag begin, and where the indicators stand. */
    final int tagBeforeEnd;

    final int firstBeforeEnd;
    final int secondBeforeEnd;

    /** Up to the code's text, and between that and the value's. */
    final FixedText code;

    final FixedText value;
    /** Both, with a blank for the code, and how far before the end that is. */
    final FixedText subfield;

    final int codeBeforeEnd;
    final FixedText valueEnd;

    /** Behind the last subfield; also without one. */
    final FixedText subfieldsEnd;

    final FixedText noSubfieldsEnd;
    /** Behind the last field; also without one. */
    final FixedText fieldsEnd;

    final FixedText noFieldsEnd;

    /** @param line begins the line of a record's brace; empty if there are no lines */
    private JsonLayout(String line, String colon) {
        String member = deeper(line);
        String fieldLine = deeper(member);
        String tagLine = deeper(fieldLine);
        String fieldMember = deeper(tagLine);
        String subfieldLine = deeper(fieldMember);
        String codeLine = deeper(subfieldLine);
        String toText = "\"" + colon + "\"";

        leader = new FixedText(line + "{" + member + "\"leader" + toText);
        fields = new FixedText("\"," + member + "\"fields\"" + colon + "[");
        String toTag = fieldLine + "{" + tagLine + "\"";
        field = new FixedText(toTag);
        text = new FixedText(toText);
        textEnd = new FixedText("\"" + fieldLine + "}");

        String toNumber = fieldMember + "\"ind";
        String tagToNumber = "\"" + colon + "{" + toNumber;
        String toSubfields = fieldMember + "\"subfields\"" + colon + "[";
        indicators = new FixedText(tagToNumber);
        indicator = new FixedText(toText);
        nextIndicator = new FixedText("\"," + toNumber);
        subfields = new FixedText("\"," + toSubfields);
        onlySubfields = new FixedText("\"" + colon + "{" + toSubfields);

        String behindSecond = "\"," + toSubfields;
        String behindFirst = "\"," + toNumber + "2" + toText + " " + behindSecond;
        String behindTag = tagToNumber + "1" + toText + " " + behindFirst;
        dataField = new FixedText(toTag + "   " + behindTag);
        secondBeforeEnd = behindSecond.length() + 1;
        firstBeforeEnd = behindFirst.length() + 1;
        tagBeforeEnd = behindTag.length() + 3;

        String toCode = subfieldLine + "{" + codeLine + "\"";
        code = new FixedText(toCode);
        value = new FixedText(toText);
        subfield = new FixedText(toCode + " " + toText);
        codeBeforeEnd = toText.length() + 1;
        valueEnd = new FixedText("\"" + subfieldLine + "}");

        String fieldEnd = "]" + tagLine + "}" + fieldLine + "}";
        subfieldsEnd = new FixedText(fieldMember + fieldEnd);
        noSubfieldsEnd = new FixedText(fieldEnd);
        fieldsEnd = new FixedText(member + "]" + line + "}");
        noFieldsEnd = new FixedText("]" + line + "}");
    }

    private static String deeper(String line) {
        return line.isEmpty() ? "" : line + "  ";
    }
}
