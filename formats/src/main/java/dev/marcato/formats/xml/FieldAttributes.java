// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.ByteOutput;

/**
 * The attributes that a field or a subfield has: tag, indicators (up to nine, as in MarcXchange), code. They may come in any
 * order; of one that is there twice the first is taken, and it is reported. One thread's.
 */
final class FieldAttributes {
    private static final int MOST_INDICATORS = 9;
    private static final int NONE = -1;

    private final Problems problems;
    private final CharacterData characters;
    private final ByteOutput value = new ByteOutput(64);

    /** Where each indicator's value begins and ends, by number; {@link #NONE} where it is not there. */
    private final int[] indicators = new int[2 * MOST_INDICATORS];

    private int highest;
    private int nameFrom;
    private int nameTo;
    private int tagFrom;
    private int tagTo;
    private int codeFrom;
    private int codeTo;
    /** Whether one was there twice. */
    private boolean twice;

    FieldAttributes(Problems problems, CharacterData characters) {
        this.problems = problems;
        this.characters = characters;
    }

    /** The name of the element whose attributes were read last. */
    int nameFrom() {
        return nameFrom;
    }

    int nameTo() {
        return nameTo;
    }

    /**
     * Reads the attributes of a field whose name was read.
     *
     * @param tagInName where in its name its tag stands, negative if it is an attribute
     */
    void read(Markup markup, int tagInName, int tagInNameEnd) throws BrokenMarkup {
        begin(markup);
        tagFrom = tagInName;
        tagTo = tagInNameEnd;
        while (highest > 0) {
            highest--;
            indicators[2 * highest] = NONE;
        }
        while (markup.nextAttribute()) {
            byte last = markup.bytes[markup.attributeTo - 1];
            if (markup.isAttribute("tag")) {
                if (isFirst(markup, tagFrom)) {
                    tagFrom = markup.valueFrom;
                    tagTo = markup.valueTo;
                }
            } else if (last >= '1' && last <= '9' && isIndicator(markup)) {
                int number = last - '1';
                for (; highest <= number; highest++) {
                    indicators[2 * highest] = NONE;
                }
                if (isFirst(markup, indicators[2 * number])) {
                    indicators[2 * number] = markup.valueFrom;
                    indicators[2 * number + 1] = markup.valueTo;
                }
            }
        }
    }

    private void begin(Markup markup) {
        nameFrom = markup.nameFrom;
        nameTo = markup.nameTo;
        twice = false;
    }

    private static boolean isIndicator(Markup markup) {
        int length = markup.attributeTo - markup.attributeFrom;
        return length == 4 && Scan.stands(markup.bytes, markup.attributeFrom, markup.attributeTo, "ind")
                || length == 2 && markup.bytes[markup.attributeFrom] == 'i';
    }

    private boolean isFirst(Markup markup, int before) {
        if (before >= 0) {
            twice = true;
            problems.add(
                    DiagnosticCode.MARKUP_REPAIRED,
                    markup.attributeFrom,
                    "attribute \"" + markup.text(markup.attributeFrom, markup.attributeTo) + "\" is there twice",
                    "",
                    "the first was taken");
        }
        return before < 0;
    }

    /** The tag, its first byte highest; negative where it is missing or not three bytes of ASCII. */
    int tag(byte[] bytes) {
        if (tagFrom < 0) {
            return NONE;
        }
        int from = tagFrom;
        byte[] tag = bytes;
        int length = tagTo - tagFrom;
        if (length != 3) {
            value.clear();
            characters.copyValue(bytes, tagFrom, tagTo, value);
            tag = value.array();
            from = 0;
            length = value.size();
        }
        boolean right =
                length == 3 && isPrintable(tag[from]) && isPrintable(tag[from + 1]) && isPrintable(tag[from + 2]);
        return right ? tag[from] << 16 | tag[from + 1] << 8 | tag[from + 2] : NONE;
    }

    private static boolean isPrintable(byte value) {
        return value >= ' ' && value < 0x7F;
    }

    /** What is wrong with a tag that is none. */
    String tagProblem(Markup markup) {
        return tagFrom < 0 ? "the field has no tag" : "the tag is \"" + markup.text(tagFrom, tagTo) + "\"";
    }

    /**
     * Adds the indicators to a field.
     *
     * @param start where the field begins
     * @param expected how many there should be; those that are missing are blank
     */
    void writeIndicators(byte[] bytes, int start, int expected, ByteOutput out) {
        int count = Math.max(expected, highest);
        int missing = 0;
        for (int number = 0; number < count; number++) {
            int from = number < highest ? indicators[2 * number] : NONE;
            int length = from < 0 ? 0 : indicators[2 * number + 1] - from;
            if (length == 0) {
                out.write(' ');
                missing++;
            } else if (length == 1 && bytes[from] >= ' ' && bytes[from] != '&') {
                out.write(bytes[from]);
            } else {
                int place = out.size();
                characters.copyValue(bytes, from, from + length, out);
                if (out.size() - place != 1) {
                    problems.add(
                            DiagnosticCode.MARKUP_REPAIRED,
                            start,
                            "indicator " + (number + 1) + " has " + (out.size() - place) + " bytes",
                            "one character of ASCII",
                            "its bytes were kept");
                }
            }
        }
        if (missing > 0) {
            problems.add(
                    DiagnosticCode.MARKUP_REPAIRED,
                    start,
                    missing == 1 ? "an indicator is missing" : missing + " indicators are missing",
                    "",
                    "blank stands in place of each");
        } else if (highest > expected) {
            problems.add(
                    DiagnosticCode.MARKUP_REPAIRED,
                    start,
                    "the field has " + highest + " indicators",
                    "the leader says " + expected,
                    "all were kept");
        }
    }

    /**
     * Reads the attributes of a subfield whose name was read, and adds its code.
     *
     * @param inName whether the code is a part of the name, behind its first letter
     * @param expected how many characters a code has
     * @return whether it has so many
     */
    boolean readCode(Markup markup, boolean inName, int expected, int start, ByteOutput out) throws BrokenMarkup {
        begin(markup);
        codeFrom = inName ? markup.localFrom + 1 : NONE;
        codeTo = markup.nameTo;
        while (markup.nextAttribute()) {
            if (markup.isAttribute("code") && isFirst(markup, codeFrom)) {
                codeFrom = markup.valueFrom;
                codeTo = markup.valueTo;
            }
        }
        if (codeFrom < 0) {
            return expected == 0;
        }
        if (expected == 1
                && codeTo - codeFrom == 1
                && isPrintable(markup.bytes[codeFrom])
                && markup.bytes[codeFrom] != '&') {
            out.write(markup.bytes[codeFrom]);
            return true;
        }
        int from = out.size();
        characters.copyValue(markup.bytes, codeFrom, codeTo, out);
        int length = 0;
        boolean ascii = true;
        for (int at = from; at < out.size(); at++) {
            byte each = out.array()[at];
            ascii &= each >= 0;
            length += (each & 0xC0) == 0x80 ? 0 : 1;
        }
        if (length == expected && !ascii) {
            problems.add(
                    DiagnosticCode.MARKUP_REPAIRED,
                    start,
                    "the code \"" + markup.text(codeFrom, codeTo) + "\" is not ASCII",
                    "",
                    "its bytes were kept");
        }
        return length == expected;
    }

    /** Tells of a control field's start tag, which was read, if nothing about it is unusual. */
    void learnControlField(Markup markup, int start, UsualFields usual) {
        if (isUsualField(markup) && highest == 0) {
            usual.learnControlField(markup.bytes, start, nameTo, markup.at, tagFrom);
        }
    }

    /** Likewise of a data field. */
    void learnDataField(Markup markup, int start, UsualFields usual) {
        if (isUsualField(markup)
                && highest == UsualFields.INDICATORS
                && indicators[0] >= 0
                && indicators[1] == indicators[0] + 1
                && indicators[3] == indicators[2] + 1) {
            usual.learnDataField(markup.bytes, start, nameTo, markup.at, tagFrom, indicators[0], indicators[2]);
        }
    }

    private boolean isUsualField(Markup markup) {
        return !twice && !markup.empty && tagFrom > nameTo && tagTo - tagFrom == 3;
    }

    /** Likewise of a subfield. */
    void learnSubfield(Markup markup, int start, UsualFields usual) {
        if (!twice && !markup.empty && codeFrom > nameTo && codeTo == codeFrom + 1) {
            usual.learnSubfield(markup.bytes, start, nameTo, markup.at, codeFrom);
        }
    }

    /** Whether the code is there, and empty. */
    boolean isEmptyCode() {
        return codeFrom >= 0 && codeFrom == codeTo;
    }

    /** What is wrong with a code of the wrong length. */
    String codeProblem(Markup markup) {
        return codeFrom < 0 ? "the subfield has no code" : "the code is \"" + markup.text(codeFrom, codeTo) + "\"";
    }
}
