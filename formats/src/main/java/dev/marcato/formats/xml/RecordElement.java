// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.xml.Dialect.Part;
import dev.marcato.formats.xml.Markup.Sort;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the element that is a record, from its start tag to its end tag. Elements that it does not know are passed over and
 * reported. What is inside a field and can be no part of it (a subfield without a code, say) is dropped and listed. One thread's.
 */
final class RecordElement {
    private final Dialect dialect;
    private final Problems problems;
    private final ElementText text;
    private final LeaderText leader;
    private final FieldAttributes attributes;
    private final RecordHead head = new RecordHead();
    private final UsualFields usual = new UsualFields();
    private final boolean learns;
    private final RecordBuilder builder = new RecordBuilder();
    private final List<Dropped> dropped = new ArrayList<>();
    private Markup markup = new Markup();

    /** Bytes that found no place in the record, as positions. */
    record Dropped(int from, int to) {}

    /** @param learns whether what has the form of what was read may be read faster; the result is the same */
    RecordElement(Dialect dialect, Problems problems, boolean learns) {
        this.dialect = dialect;
        this.learns = learns;
        this.problems = problems;
        CharacterData characters = new CharacterData(problems);
        this.text = new ElementText(dialect, problems, characters);
        this.leader = new LeaderText(problems);
        this.attributes = new FieldAttributes(problems, characters);
    }

    /** What found no place in the record that was read last, in order. */
    List<Dropped> dropped() {
        return dropped;
    }

    /** The record that was read last. */
    MarcRecord build(CutSettings settings, long offset) {
        return builder.build(settings.sourceName(), offset, settings.flavor());
    }

    /** Whether a record begins here for certain, since it begins like one that was read. */
    boolean begins(byte[] bytes, int from, int to) {
        return head.stands(bytes, from, to);
    }

    /**
     * Reads the record whose start tag stands here, and then stands behind its end tag.
     *
     * @param begins what {@link #begins} said
     */
    void read(Markup source, boolean begins) throws BrokenMarkup {
        markup = source;
        builder.begin();
        dropped.clear();
        leader.begin();
        int start = markup.at;
        if (begins) {
            markup.at = start + head.length();
            markup.empty = false;
            int leaderFrom = start + head.leaderNameAt();
            leader.readText(markup, leaderFrom, leaderFrom + head.leaderNameLength(), text, builder, leaderFrom - 1);
            fields(start, start + 1, start + 1 + head.nameLength());
            return;
        }
        markup.sort();
        markup.name();
        int from = markup.nameFrom;
        int to = markup.nameTo;
        markup.passAttributes();
        if (!markup.empty) {
            fields(start, from, to);
        }
        leader.end(start);
    }

    /** Reads what is in a record, up to its end tag. */
    private void fields(int record, int from, int to) throws BrokenMarkup {
        while (true) {
            if (learns && leader.indicatorCount() == UsualFields.INDICATORS && leader.codeLength() == 1) {
                markup.at = usual.read(markup.bytes, markup.at, markup.to, builder);
            }
            if (markup.isEndTag(from, to)) {
                return;
            }
            Sort sort = nextMarkup(null);
            if (sort == Sort.END_TAG) {
                markup.endTag(from, to);
                return;
            }
            if (sort == Sort.START_TAG) {
                part(record, to);
            } else {
                passOther(sort);
            }
        }
    }

    private void part(int record, int recordNameTo) throws BrokenMarkup {
        int start = markup.at;
        markup.name();
        switch (dialect.part(markup.bytes, markup.localFrom, markup.nameTo)) {
            case LEADER -> {
                if (leader.isThere()) {
                    passOver(start, "a second leader", true);
                } else {
                    leader(record, recordNameTo, start);
                }
            }
            case CONTROL_FIELD -> controlField(start);
            case DATA_FIELD -> dataField(start);
            case SUBFIELD -> passOver(start, "a subfield outside of a field", true);
            case OTHER -> passOver(start, "element \"" + markup.text(markup.localFrom, markup.nameTo) + "\"", false);
        }
    }

    private void leader(int record, int recordNameTo, int start) throws BrokenMarkup {
        int from = markup.nameFrom;
        int to = markup.nameTo;
        markup.passAttributes();
        if (learns && !markup.empty && builder.size() == 0 && problems.isEmpty()) {
            head.learn(markup.bytes, record, recordNameTo, from, to, markup.at);
        }
        leader.readText(markup, from, to, text, builder, start);
    }

    private void controlField(int start) throws BrokenMarkup {
        attributes.read(markup, tagFrom(), markup.nameTo);
        attributes.learnControlField(markup, start, usual);
        int tag = attributes.tag(markup.bytes);
        problems.enterField(tag, builder.size() + 1);
        ByteOutput out = builder.beginField(tag);
        text.read(markup, attributes.nameFrom(), attributes.nameTo(), out);
        endField(start, tag);
    }

    private void dataField(int start) throws BrokenMarkup {
        attributes.read(markup, tagFrom(), markup.nameTo);
        attributes.learnDataField(markup, start, usual);
        int from = attributes.nameFrom();
        int to = attributes.nameTo();
        int tag = attributes.tag(markup.bytes);
        problems.enterField(tag, builder.size() + 1);
        ByteOutput out = builder.beginField(tag);
        attributes.writeIndicators(markup.bytes, start, leader.indicatorCount(), out);
        boolean subfields = false;
        boolean open = !markup.empty;
        while (open) {
            // Text before the first subfield stands so in the record; behind it there is no place for any.
            Sort sort = nextMarkup(subfields ? null : out);
            if (sort == Sort.END_TAG) {
                markup.endTag(from, to);
                open = false;
            } else if (sort == Sort.START_TAG) {
                subfield(out);
                subfields = true;
            } else {
                passOther(sort);
            }
        }
        endField(start, tag);
    }

    /** In TurboMARC the tag is a part of the name; -1 where it is an attribute. */
    private int tagFrom() {
        return dialect == Dialect.TURBOMARC && markup.nameTo - markup.localFrom == 4 ? markup.localFrom + 1 : -1;
    }

    private void endField(int start, int tag) {
        if (tag < 0) {
            builder.dropField();
            problems.add(
                    DiagnosticCode.VALUE_NOT_REPRESENTABLE,
                    start,
                    attributes.tagProblem(markup),
                    "a tag of three bytes",
                    "the field was rejected");
            drop(start, markup.at);
        } else {
            builder.endField();
        }
        problems.leaveField();
    }

    private void subfield(ByteOutput out) throws BrokenMarkup {
        int start = markup.at;
        markup.name();
        Part part = dialect.part(markup.bytes, markup.localFrom, markup.nameTo);
        if (part == Part.OTHER) {
            passOver(start, "element \"" + markup.text(markup.localFrom, markup.nameTo) + "\" in a field", true);
            return;
        }
        if (part != Part.SUBFIELD) {
            markup.at = start;
            throw markup.broken("a subfield or the end of the field");
        }
        int mark = out.size();
        out.write(0x1F);
        boolean inName = dialect == Dialect.TURBOMARC && markup.nameTo - markup.localFrom > 1;
        boolean codeRight = attributes.readCode(markup, inName, leader.codeLength(), start, out);
        attributes.learnSubfield(markup, start, usual);
        int value = out.size();
        text.read(markup, attributes.nameFrom(), attributes.nameTo(), out);
        if (!codeRight && (out.size() > value || !attributes.isEmptyCode())) {
            out.truncate(mark);
            problems.add(
                    DiagnosticCode.VALUE_NOT_REPRESENTABLE,
                    start,
                    attributes.codeProblem(markup),
                    "a code of " + leader.codeLength() + (leader.codeLength() == 1 ? " character" : " characters"),
                    "the subfield was rejected");
            drop(start, markup.at);
        }
    }

    /**
     * Goes to the next markup, over white space.
     *
     * @param out takes other text; null where there is no place for any
     */
    private Sort nextMarkup(@Nullable ByteOutput out) throws BrokenMarkup {
        while (true) {
            markup.at = Scan.ink(markup.bytes, markup.at, markup.to);
            if (markup.at == markup.to) {
                throw markup.cutOff("an end tag");
            }
            if (markup.bytes[markup.at] == '<') {
                Sort sort = markup.sort();
                if (sort != Sort.LITERAL) {
                    return sort;
                }
            }
            stray(out);
        }
    }

    /** Text where only elements should be. */
    private void stray(@Nullable ByteOutput out) {
        int start = markup.at;
        if (out == null) {
            markup.at = Scan.less(markup.bytes, start + 1, markup.to);
            dropText(start);
        } else {
            problems.add(
                    DiagnosticCode.MARKUP_REPAIRED,
                    start,
                    "text before the first subfield",
                    "",
                    "kept before the first delimiter");
            text.copyTrimmed(markup, out);
        }
    }

    private void passOther(Sort sort) throws BrokenMarkup {
        if (sort == Sort.CDATA) {
            int start = markup.at;
            markup.passCdata();
            dropText(start);
        } else {
            markup.passSilent();
        }
    }

    private void dropText(int start) {
        String found = "text where only elements can be";
        problems.add(DiagnosticCode.CONTENT_PASSED_OVER, start, found, "", "the text was rejected");
        drop(start, markup.at);
    }

    /** Passes over an element whose name was read. */
    private void passOver(int start, String what, boolean lost) throws BrokenMarkup {
        boolean field = text.passOver(markup);
        problems.add(
                DiagnosticCode.CONTENT_PASSED_OVER,
                start,
                what,
                "",
                lost || field ? "its text was rejected" : "passed over");
        if (lost || field) {
            drop(start, markup.at);
        }
    }

    /** Drops a stretch, and with it what was dropped inside. */
    private void drop(int from, int to) {
        while (!dropped.isEmpty() && dropped.get(dropped.size() - 1).from() >= from) {
            dropped.remove(dropped.size() - 1);
        }
        dropped.add(new Dropped(from, to));
    }
}
