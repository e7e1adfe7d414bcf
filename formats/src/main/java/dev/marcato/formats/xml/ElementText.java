// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.xml.Dialect.Part;
import dev.marcato.io.ByteOutput;

/**
 * Reads the text of an element up to its end tag; or passes over an element. Elements inside may nest only so deep, and what is
 * known of each is where its name stands. One thread's.
 */
final class ElementText {
    private static final int DEEPEST = 100;

    private final Dialect dialect;
    private final Problems problems;
    private final CharacterData characters;
    private final int[] open = new int[2 * DEEPEST];

    ElementText(Dialect dialect, Problems problems, CharacterData characters) {
        this.dialect = dialect;
        this.problems = problems;
        this.characters = characters;
    }

    /** Copies the text of an element whose start tag was read, and then stands behind its end tag. */
    void read(Markup markup, int nameFrom, int nameTo, ByteOutput out) throws BrokenMarkup {
        if (markup.empty) {
            return;
        }
        int depth = 0;
        while (true) {
            characters.copy(markup, out);
            if (depth == 0 && markup.isEndTag(nameFrom, nameTo)) {
                return;
            }
            if (markup.at == markup.to) {
                throw markup.cutOff("\"</" + markup.text(nameFrom, nameTo) + ">\"");
            }
            switch (markup.sort()) {
                case END_TAG -> {
                    if (depth == 0) {
                        markup.endTag(nameFrom, nameTo);
                        return;
                    }
                    depth--;
                    markup.endTag(open[2 * depth], open[2 * depth + 1]);
                }
                case START_TAG -> depth = inner(markup, depth, nameFrom, nameTo);
                case CDATA -> {
                    int from = markup.at + Construct.Kind.CDATA.opening.length();
                    markup.passCdata();
                    characters.copyCdata(markup.bytes, from, markup.at - 3, out);
                }
                case SILENT -> markup.passSilent();
                case LITERAL -> {
                    problems.add(
                            DiagnosticCode.MARKUP_REPAIRED,
                            markup.at,
                            "\"<\" that begins no markup",
                            "&lt;",
                            "kept as it stands");
                    out.write('<');
                    markup.at++;
                }
            }
        }
    }

    /** An element inside a value: its text belongs to the value, its tags do not. */
    private int inner(Markup markup, int depth, int nameFrom, int nameTo) throws BrokenMarkup {
        int start = markup.at;
        markup.name();
        if (dialect.part(markup.bytes, markup.localFrom, markup.nameTo) != Part.OTHER) {
            markup.at = start;
            throw markup.broken("\"</" + markup.text(nameFrom, nameTo) + ">\"");
        }
        String name = markup.text(markup.nameFrom, markup.nameTo);
        int deeper = push(markup, depth, start);
        problems.add(
                DiagnosticCode.CONTENT_PASSED_OVER,
                start,
                "element \"" + name + "\" in a value",
                "",
                "its text was kept");
        return deeper;
    }

    /** Passes over an element whose name was read, and all in it; whether it looks like a field or a part of one. */
    boolean passOver(Markup markup) throws BrokenMarkup {
        boolean field = false;
        open[0] = markup.nameFrom;
        open[1] = markup.nameTo;
        boolean more = markup.nextAttribute();
        while (more) {
            field |= markup.isAttribute("tag") || markup.isAttribute("code");
            more = markup.nextAttribute();
        }
        int depth = markup.empty ? 0 : 1;
        while (depth > 0) {
            markup.at = Scan.less(markup.bytes, markup.at, markup.to);
            if (markup.at == markup.to) {
                throw markup.cutOff("\"</" + markup.text(open[2 * depth - 2], open[2 * depth - 1]) + ">\"");
            }
            switch (markup.sort()) {
                case END_TAG -> {
                    depth--;
                    markup.endTag(open[2 * depth], open[2 * depth + 1]);
                }
                case START_TAG -> {
                    int inner = markup.at;
                    markup.name();
                    field |= dialect.part(markup.bytes, markup.localFrom, markup.nameTo) == Part.SUBFIELD;
                    depth = push(markup, depth, inner);
                }
                case CDATA -> markup.passCdata();
                case SILENT -> markup.passSilent();
                case LITERAL -> markup.at++;
            }
        }
        return field;
    }

    private int push(Markup markup, int depth, int start) throws BrokenMarkup {
        int from = markup.nameFrom;
        int to = markup.nameTo;
        markup.passAttributes();
        if (markup.empty) {
            return depth;
        }
        if (depth == DEEPEST) {
            markup.at = start;
            throw markup.broken("no element within " + DEEPEST + " others");
        }
        open[2 * depth] = from;
        open[2 * depth + 1] = to;
        return depth + 1;
    }

    /** Copies text up to the next {@code <}, without the white space at its end. */
    void copyTrimmed(Markup markup, ByteOutput out) {
        int first = markup.at;
        if (markup.bytes[first] == '<') {
            out.write('<');
            first++;
        }
        int behind = Scan.less(markup.bytes, first, markup.to);
        int end = behind;
        while (end > first && Scan.isSpace(markup.bytes[end - 1])) {
            end--;
        }
        int limit = markup.to;
        markup.at = first;
        markup.to = end;
        characters.copy(markup, out);
        markup.to = limit;
        markup.at = behind;
    }
}
