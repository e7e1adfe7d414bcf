// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** What can be wrong inside a field. Whether the lengths know of it is decided by {@link FieldFaults}. */
final class FieldEdits {
    private static final byte DELIMITER = CleanIso2709.SUBFIELD_DELIMITER;
    private static final int INDICATORS = 2;
    private static final List<String> MULTIBYTE = List.of("\u00E9", "\u03B1", "\u5B57", "\uFFFD", "\uD842\uDFB7");

    private FieldEdits() {}

    /** Changes the content of a field, seen as bytes. */
    interface Content {
        byte[] change(byte[] content, Dice dice);
    }

    /** Any data field. */
    static FieldEdit inDataField(Content change) {
        return (record, dice) -> edited(record, dice.pick(record.dataFields()), change, dice);
    }

    /** A data field with at least two subfields if there is one, else any. */
    private static FieldEdit inLongField(Content change) {
        return (record, dice) -> {
            List<Integer> several = record.dataFields().stream()
                    .filter(i -> delimiters(record.field(i).content()) > 1)
                    .toList();
            return edited(record, dice.pick(several.isEmpty() ? record.dataFields() : several), change, dice);
        };
    }

    static FieldEdit inControlField(Content change) {
        return (record, dice) -> {
            int controls =
                    (int) record.fields().stream().filter(TestField::isControl).count();
            return edited(record, dice.below(controls), change, dice);
        };
    }

    private static FieldEdit.Edited edited(TestRecord record, int index, Content change, Dice dice) {
        TestField field = record.field(index);
        byte[] changed = change.change(field.content(), dice);
        return new FieldEdit.Edited(record.withField(index, field.withContent(changed)), index);
    }

    static byte[] withoutIndicators(byte[] content, Dice dice) {
        return Bytes.removed(content, 0, INDICATORS);
    }

    static byte[] oneIndicator(byte[] content, Dice dice) {
        return Bytes.removed(content, dice.below(INDICATORS), 1);
    }

    static byte[] multibyteIndicator(byte[] content, Dice dice) {
        return Bytes.replaced(content, dice.below(INDICATORS), 1, multibyte(dice));
    }

    static byte[] textBeforeFirstDelimiter(byte[] content, Dice dice) {
        byte[] text =
                new Wording(dice, Script.LATIN, false).text(dice.between(1, 20)).getBytes(UTF_8);
        return Bytes.inserted(content, INDICATORS, text);
    }

    static byte[] subfieldInControlField(byte[] content, Dice dice) {
        return Bytes.inserted(content, 0, DELIMITER, (byte) 'a');
    }

    static byte[] empty(byte[] content, Dice dice) {
        return new byte[0];
    }

    static byte[] indicatorsOnly(byte[] content, Dice dice) {
        return Bytes.removed(content, INDICATORS, content.length - INDICATORS);
    }

    /** Delimiter and code of a subfield stay, its value goes. */
    static byte[] subfieldEmptied(byte[] content, Dice dice) {
        int value = delimiter(content, dice) + 2;
        int end = value;
        while (end < content.length && content[end] != DELIMITER) {
            end++;
        }
        return Bytes.removed(content, value, end - value);
    }

    static byte[] delimiterAtEnd(byte[] content, Dice dice) {
        return Bytes.inserted(content, content.length, DELIMITER);
    }

    static byte[] codeBlank(byte[] content, Dice dice) {
        return Bytes.replaced(content, delimiter(content, dice) + 1, 1, (byte) ' ');
    }

    static byte[] codeZero(byte[] content, Dice dice) {
        return Bytes.replaced(content, delimiter(content, dice) + 1, 1, (byte) 0);
    }

    static byte[] codeLost(byte[] content, Dice dice) {
        return Bytes.removed(content, delimiter(content, dice) + 1, 1);
    }

    static byte[] multibyteCode(byte[] content, Dice dice) {
        return Bytes.replaced(content, delimiter(content, dice) + 1, 1, multibyte(dice));
    }

    static byte[] delimiterLost(byte[] content, Dice dice) {
        return Bytes.removed(content, delimiter(content, dice), 1);
    }

    static byte[] delimiterReplaced(byte[] content, Dice dice) {
        return Bytes.replaced(content, delimiter(content, dice), 1, (byte) dice.pick("$| "));
    }

    static byte[] delimiterDoubled(byte[] content, Dice dice) {
        return Bytes.inserted(content, delimiter(content, dice), DELIMITER);
    }

    /** Substitutes a byte of the text. */
    static Content substituted(byte by) {
        return (content, dice) -> Bytes.replaced(content, textByte(content, dice), 1, by);
    }

    /** Inserts a byte into the text. */
    static Content inserted(byte more) {
        return (content, dice) -> Bytes.inserted(content, textByte(content, dice), more);
    }

    static Content appended(byte more) {
        return (content, dice) -> Bytes.inserted(content, content.length, more);
    }

    static byte[] bytesLost(byte[] content, Dice dice) {
        int at = textByte(content, dice);
        int rest = content.length - at;
        return Bytes.removed(content, at, dice.between(1, Math.min(rest, 12)));
    }

    static FieldEdit withDelimiter(Content change) {
        return inLongField(change);
    }

    private static byte[] multibyte(Dice dice) {
        return dice.pick(MULTIBYTE).getBytes(UTF_8);
    }

    private static int delimiters(byte[] content) {
        int count = 0;
        for (byte b : content) {
            count += b == DELIMITER ? 1 : 0;
        }
        return count;
    }

    /** Place of a delimiter of this field, any of them. */
    private static int delimiter(byte[] content, Dice dice) {
        int wanted = dice.below(delimiters(content));
        int at = -1;
        for (int seen = -1; seen < wanted; ) {
            at++;
            seen += content[at] == DELIMITER ? 1 : 0;
        }
        return at;
    }

    /**
     * Place of an ASCII byte of the text, behind indicators, delimiter and code; of the last byte where all is
     * otherwise.
     */
    private static int textByte(byte[] content, Dice dice) {
        int first = Math.min(INDICATORS + 2, content.length - 1);
        for (int tries = 0; tries < 100; tries++) {
            int at = dice.between(first, content.length - 1);
            if (content[at] >= ' ' && content[at - 1] != DELIMITER) {
                return at;
            }
        }
        return content.length - 1;
    }
}
