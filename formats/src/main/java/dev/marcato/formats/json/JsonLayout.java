// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import java.nio.charset.StandardCharsets;

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
    final byte[] leader;

    final byte[] fields;

    /** Up to the tag's text. */
    final byte[] field;
    /** Between the tag's text and a field's that has nothing but text, and behind that. */
    final byte[] text;

    final byte[] textEnd;

    /** Between the tag's text and the first indicator's number, and between a number and the indicator's text. */
    final byte[] indicators;

    final byte[] indicator;
    /** Between an indicator's text and the next number, and behind the last indicator's text up to the subfields. */
    final byte[] nextIndicator;

    final byte[] subfields;
    /** Between the tag's text and the subfields, where no indicator is. */
    final byte[] onlySubfields;

    /** Up to the code's text, and between that and the value's. */
    final byte[] code;

    final byte[] value;
    final byte[] valueEnd;

    /** Behind the last subfield; also without one. */
    final byte[] subfieldsEnd;

    final byte[] noSubfieldsEnd;
    /** Behind the last field; also without one. */
    final byte[] fieldsEnd;

    final byte[] noFieldsEnd;

    /** All of a field of the usual form. */
    final UsualJsonField usual;

    /** @param line begins the line of a record's brace; empty if there are no lines */
    private JsonLayout(String line, String colon) {
        String member = deeper(line);
        String fieldLine = deeper(member);
        String tagLine = deeper(fieldLine);
        String fieldMember = deeper(tagLine);
        String subfieldLine = deeper(fieldMember);
        String codeLine = deeper(subfieldLine);
        String toText = "\"" + colon + "\"";

        leader = ascii(line + "{" + member + "\"leader" + toText);
        fields = ascii("\"," + member + "\"fields\"" + colon + "[");
        String toTag = fieldLine + "{" + tagLine + "\"";
        field = ascii(toTag);
        text = ascii(toText);
        textEnd = ascii("\"" + fieldLine + "}");

        String toNumber = fieldMember + "\"ind";
        String tagToNumber = "\"" + colon + "{" + toNumber;
        String toSubfields = fieldMember + "\"subfields\"" + colon + "[";
        indicators = ascii(tagToNumber);
        indicator = ascii(toText);
        nextIndicator = ascii("\"," + toNumber);
        subfields = ascii("\"," + toSubfields);
        onlySubfields = ascii("\"" + colon + "{" + toSubfields);

        String toCode = subfieldLine + "{" + codeLine + "\"";
        code = ascii(toCode);
        value = ascii(toText);
        valueEnd = ascii("\"" + subfieldLine + "}");

        String fieldEnd = "]" + tagLine + "}" + fieldLine + "}";
        String toFirst = toTag + "~~~" + tagToNumber + "1" + toText;
        String toSecond = "~\"," + toNumber + "2" + toText;
        usual = new UsualJsonField(
                toTag + "~~~" + toText,
                "\"" + fieldLine + "}",
                toFirst + toSecond + "~\"," + toSubfields + toCode + "~" + toText,
                "\"" + subfieldLine + "}," + toCode + "~" + toText,
                "\"" + subfieldLine + "}" + fieldMember + fieldEnd);
        subfieldsEnd = ascii(fieldMember + fieldEnd);
        noSubfieldsEnd = ascii(fieldEnd);
        fieldsEnd = ascii(member + "]" + line + "}");
        noFieldsEnd = ascii("]" + line + "}");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String deeper(String line) {
        return line.isEmpty() ? "" : line + "  ";
    }
}
