// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.formats.xml.Construct.Kind;
import dev.marcato.io.StartScanner;

/**
 * Finds where the elements begin that are records. Comments, CDATA sections, processing instructions and document type
 * declarations are passed over. Quotation marks need no care: in an attribute's value there is no {@code <}, and where there
 * is one, a quotation mark was lost, and what comes next is markup.
 *
 * <p>SRU's string packing has records that are text: {@code &lt;record}. They are found where nothing but text stands between
 * them and the start tag of an element {@code recordData}; there a CDATA section is no hiding place either.
 */
final class XmlStarts implements StartScanner {
    /** A comment and its like that has more bytes than this lost its end. */
    static final int LONGEST_CONSTRUCT = 256 << 10;

    /** The element in which SRU may pack a record as text. */
    static final String PACKING = "recordData";

    private static final String ESCAPED = "&lt;";
    private static final Kind[] DECLARED = {Kind.COMMENT, Kind.CDATA, Kind.DOCTYPE};
    private static final int RAW = -2;
    private static final int MORE = -3;

    private final String record;
    private final int longest;
    private final Construct construct = new Construct();
    private boolean first = true;
    private boolean packed;
    private boolean inElements;
    private int passed;

    /** Behind the name that was judged last. */
    private int behind;

    /** @param longest so many bytes may a start tag have up to the end of its name, to be known as one; fewer than 64 */
    XmlStarts(Dialect dialect, int longest) {
        this.record = dialect.record;
        this.longest = longest;
    }

    @Override
    public int passed() {
        return passed;
    }

    @Override
    public int next(byte[] bytes, int from, int to, boolean ended) {
        int at = from;
        if (first && at < to) {
            // A range can begin with a record that is text.
            packed = bytes[at] == '&';
            first = false;
        }
        while (at < to) {
            if (construct.isOpen()) {
                at = construct.pass(bytes, at, to);
                continue;
            }
            if (inElements && !packed && at < to - longest) {
                at = passed(bytes, at, to - longest);
            }
            int markup = packed ? packedMarkup(bytes, at, to) : Scan.less(bytes, at, to);
            if (markup == to) {
                break;
            }
            int verdict = bytes[markup] == '&' ? reference(bytes, markup, to) : markup(bytes, markup, to);
            if (verdict == MORE) {
                if (!ended && to - markup < longest) {
                    passed = markup;
                    return NONE;
                }
                behind = Math.max(behind, markup + 1);
            } else if (verdict >= 0) {
                passed = behind;
                return verdict;
            }
            at = behind;
        }
        passed = to;
        return NONE;
    }

    /**
     * Passes over markup that cannot matter, which is nearly all of it. Where elements have begun and none packs records, only
     * these matter: a name that is that of a record, or of what packs one; {@code <!} and {@code <?}.
     *
     * @param to up to here a name that begins can be judged
     * @return the first markup that may matter; else from where on each must be looked at
     */
    private int passed(byte[] bytes, int from, int to) {
        int at = Scan.telling(bytes, from, to);
        while (at < to && !matters(bytes, at)) {
            at = Scan.telling(bytes, at + 1, to);
        }
        int limit = Math.max(from, at - longest);
        int tag = at;
        while (tag > limit && bytes[tag] != '<' && (tag == at || Names.isPart(bytes[tag]))) {
            tag--;
        }
        return bytes[tag] == '<' ? tag : at;
    }

    private boolean matters(byte[] bytes, int at) {
        return bytes[at] == '<'
                || bytes[at] == ':' && (isName(record, bytes, at + 1) || isName(PACKING, bytes, at + 1));
    }

    private static boolean isName(String name, byte[] bytes, int at) {
        int end = at + name.length();
        return Scan.stands(bytes, at, end, name) && !Names.isPart(bytes[end]);
    }

    private static int packedMarkup(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '<' && bytes[at] != '&') {
            at++;
        }
        return at;
    }

    /** What stands at a {@code <}: the place of a start, or that it is none, or that more must be seen. */
    private int markup(byte[] bytes, int at, int to) {
        behind = at + 1;
        if (at + 1 == to) {
            return MORE;
        }
        byte next = bytes[at + 1];
        if (next == '/') {
            packed = false;
            behind = at + 2;
            return RAW;
        }
        if (next == '!') {
            return declaration(bytes, at, to);
        }
        if (next == '?') {
            if (at + 2 == to) {
                return MORE;
            }
            if (Names.isStart(bytes[at + 2])) {
                construct.begin(Kind.INSTRUCTION, LONGEST_CONSTRUCT);
                behind = at + 2;
            }
            return RAW;
        }
        return Names.isStart(next) ? name(bytes, at, at + 1, to) : RAW;
    }

    private int declaration(byte[] bytes, int at, int to) {
        int verdict = RAW;
        for (Kind kind : DECLARED) {
            String opening = kind.opening;
            int there = Math.min(to - at, opening.length());
            if (!Scan.stands(bytes, at, to, opening.substring(0, there))) {
                continue;
            }
            if (there < opening.length()) {
                verdict = MORE;
                continue;
            }
            behind = at + there;
            // Behind the first element there is no such declaration, but damage, which must not hide what comes.
            boolean passes = kind == Kind.DOCTYPE ? !inElements : kind != Kind.CDATA || !packed;
            if (passes) {
                construct.begin(kind, LONGEST_CONSTRUCT);
            }
            return RAW;
        }
        return verdict;
    }

    /** What stands at an {@code &} in the text of {@code recordData}. */
    private int reference(byte[] bytes, int at, int to) {
        behind = at + 1;
        int there = Math.min(to - at, ESCAPED.length());
        if (!Scan.stands(bytes, at, to, ESCAPED.substring(0, there))) {
            return RAW;
        }
        int name = at + ESCAPED.length();
        if (name >= to) {
            return MORE;
        }
        return Names.isStart(bytes[name]) ? name(bytes, at, name, to) : RAW;
    }

    private int name(byte[] bytes, int at, int from, int to) {
        int limit = Math.min(to, at + longest);
        int local = from;
        int end = from;
        while (end < limit && Names.isPart(bytes[end])) {
            if (bytes[end] == ':') {
                local = end + 1;
            }
            end++;
        }
        behind = end;
        if (end == limit) {
            return limit == to && to - at < longest ? MORE : RAW;
        }
        inElements = true;
        if (is(record, bytes, local, end)) {
            packed &= bytes[at] == '&';
            return at;
        }
        if (bytes[at] == '<') {
            packed = is(PACKING, bytes, local, end);
        }
        return RAW;
    }

    private static boolean is(String name, byte[] bytes, int from, int to) {
        return to - from == name.length() && Scan.stands(bytes, from, to, name);
    }
}
