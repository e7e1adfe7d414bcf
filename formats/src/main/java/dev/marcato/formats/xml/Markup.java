// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.formats.xml.Construct.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks through markup: tags, attributes, comments. A position is one in the array. Used again and again; one thread's. */
final class Markup {
    /** What stands at a {@code <}. */
    enum Sort {
        START_TAG,
        END_TAG,
        CDATA,
        /** A comment, a processing instruction, a document type declaration. */
        SILENT,
        /** No markup: it can only be text. */
        LITERAL
    }

    private static final int QUOTED = 24;
    private static final Kind[] SILENT = {Kind.COMMENT, Kind.DOCTYPE, Kind.INSTRUCTION};

    byte[] bytes = {};
    /** Where it stands. */
    int at;
    /** Behind the last byte. */
    int to;

    /** The name of the element whose start tag was read last; its local part. */
    int nameFrom;

    int localFrom;
    int nameTo;
    /** Whether it ended with that tag. */
    boolean empty;

    /** The attribute that was read last, without its quotation marks. */
    int attributeFrom;

    int attributeTo;
    int valueFrom;
    int valueTo;

    private final Construct construct = new Construct();

    void set(byte[] newBytes, int from, int newTo) {
        bytes = newBytes;
        at = from;
        to = newTo;
    }

    /** What stands at the {@code <} here; of a start tag it knows then where its name ends. */
    Sort sort() {
        if (at + 1 >= to) {
            return Sort.LITERAL;
        }
        byte next = bytes[at + 1];
        if (next == '/') {
            return at + 2 < to && Names.isStart(bytes[at + 2]) ? Sort.END_TAG : Sort.LITERAL;
        }
        if (next == '!') {
            return Scan.stands(bytes, at, to, Kind.CDATA.opening)
                    ? Sort.CDATA
                    : silent() == Kind.NONE ? Sort.LITERAL : Sort.SILENT;
        }
        if (next == '?') {
            return at + 2 < to && Names.isStart(bytes[at + 2]) ? Sort.SILENT : Sort.LITERAL;
        }
        if (!Names.isStart(next)) {
            return Sort.LITERAL;
        }
        int end = Names.end(bytes, at + 1, to);
        boolean tag = end == to || Scan.isSpace(bytes[end]) || bytes[end] == '>' || bytes[end] == '/';
        nameTo = end;
        return tag ? Sort.START_TAG : Sort.LITERAL;
    }

    private Kind silent() {
        for (Kind kind : SILENT) {
            if (Scan.stands(bytes, at, to, kind.opening)) {
                return kind;
            }
        }
        return Kind.NONE;
    }

    /** Passes over a comment or its like, whose opening stands here. */
    void passSilent() throws BrokenMarkup {
        pass(silent());
    }

    /** Passes over a CDATA section; its text begins behind the opening and ends three bytes before where it then stands. */
    void passCdata() throws BrokenMarkup {
        pass(Kind.CDATA);
    }

    private void pass(Kind kind) throws BrokenMarkup {
        int opening = at;
        construct.begin(kind, Integer.MAX_VALUE);
        int end = construct.pass(bytes, at + kind.opening.length(), to);
        if (construct.isOpen()) {
            throw new BrokenMarkup(
                    opening, "\"" + kind.opening + "\" has no end before the record's text ends", "", true);
        }
        at = end;
    }

    /** Reads the name in the start tag that was seen here, and then stands behind it. */
    void name() {
        nameFrom = at + 1;
        localFrom = Names.local(bytes, nameFrom, nameTo);
        at = nameTo;
    }

    /** Whether the name, without its prefix, is this one. */
    boolean isNamed(String local) {
        return nameTo - localFrom == local.length() && Scan.stands(bytes, localFrom, nameTo, local);
    }

    /** Whether the attribute's name is this one. */
    boolean isAttribute(String name) {
        return attributeTo - attributeFrom == name.length() && Scan.stands(bytes, attributeFrom, attributeTo, name);
    }

    /** Reads the next attribute; false at the tag's end, and then stands behind it. */
    boolean nextAttribute() throws BrokenMarkup {
        int space = at;
        at = Scan.ink(bytes, at, to);
        if (at == to) {
            throw cutOff("a \">\"");
        }
        byte next = bytes[at];
        if (next == '>') {
            at++;
            empty = false;
            return false;
        }
        if (next == '/' && at + 1 < to && bytes[at + 1] == '>') {
            at += 2;
            empty = true;
            return false;
        }
        if (at == space || !Names.isStart(next)) {
            throw broken(at == space ? "a blank or \">\"" : "an attribute or \">\"");
        }
        attributeFrom = at;
        attributeTo = Names.end(bytes, at, to);
        at = Scan.ink(bytes, attributeTo, to);
        if (at == to || bytes[at] != '=') {
            throw broken("a \"=\" behind the attribute's name");
        }
        at = Scan.ink(bytes, at + 1, to);
        if (at == to || bytes[at] != '"' && bytes[at] != '\'') {
            throw broken("a quotation mark");
        }
        byte quote = bytes[at];
        valueFrom = at + 1;
        int end = valueFrom;
        while (end < to && bytes[end] != quote && bytes[end] != '<') {
            end++;
        }
        if (end == to || bytes[end] == '<') {
            at = end;
            throw broken("the quotation mark that ends an attribute's value");
        }
        valueTo = end;
        at = end + 1;
        return true;
    }

    /** Passes over the attributes of a start tag. */
    void passAttributes() throws BrokenMarkup {
        boolean more = true;
        while (more) {
            more = nextAttribute();
        }
    }

    /** Reads the end tag of the element with this name, if it stands here as it mostly does: without white space. */
    boolean isEndTag(int from, int end) {
        int length = end - from;
        int behind = at + 2 + length;
        boolean is = behind < to
                && bytes[behind] == '>'
                && bytes[at] == '<'
                && bytes[at + 1] == '/'
                && Arrays.equals(bytes, at + 2, behind, bytes, from, end);
        if (is) {
            at = behind + 1;
        }
        return is;
    }

    /** Reads the end tag that stands here, which must be that of the element with this name. */
    void endTag(int from, int end) throws BrokenMarkup {
        int length = end - from;
        int behind = at + 2 + length;
        if (behind < to && Arrays.equals(bytes, at + 2, behind, bytes, from, end) && !Names.isPart(bytes[behind])) {
            int close = bytes[behind] == '>' ? behind : Scan.ink(bytes, behind, to);
            if (close < to && bytes[close] == '>') {
                at = close + 1;
                return;
            }
        }
        throw broken("\"</" + text(from, end) + ">\"");
    }

    /** What is wrong here. */
    BrokenMarkup broken(String expected) {
        if (at >= to) {
            return cutOff(expected);
        }
        int end = at + 1;
        while (end < to && end - at < QUOTED && bytes[end - 1] != '>' && bytes[end] != '<') {
            end++;
        }
        return new BrokenMarkup(at, "\"" + text(at, end) + "\"", expected + " was expected", false);
    }

    /** The text ends here, and should not. */
    BrokenMarkup cutOff(String expected) {
        return new BrokenMarkup(to, "the record's text ends", expected + " was expected", false);
    }

    /** Some bytes as text for a message. */
    String text(int from, int end) {
        return new String(bytes, from, Math.min(end - from, 4 * QUOTED), StandardCharsets.UTF_8);
    }
}
