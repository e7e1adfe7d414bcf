// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.xml.Dialect.Part;
import dev.marcato.io.Finding;
import dev.marcato.io.Piece;
import dev.marcato.io.Utf8;
import java.util.List;

/**
 * Reads what is no record: what stands before the first one, between two, behind the last one, and the elements in which OAI-PMH
 * and SRU wrap one, which are called like it. All is filler but text that no element holds, fields outside of a record, and
 * broken markup, which are rejected. One thread's.
 */
final class Envelope {
    /** What a stretch of it is. */
    enum Role {
        /** Before the first record, at the document's beginning. */
        PROLOG,
        /** The element of a record that holds no leader and no fields. */
        WRAPPER,
        /** Behind a record. */
        BEHIND
    }

    /** So much is rejected one by one; then all the rest is. */
    private static final int MOST_REJECTS = 20;

    private static final String REJECTED = "rejected";

    private final Dialect dialect;
    private final Markup markup = new Markup();
    private final PieceSink sink;

    private Role role = Role.BEHIND;
    private int begin;
    /** Where the markup begins that is read. */
    private int token;

    private int depth;
    private int elements;
    private int rejects;
    private boolean deleted;
    /** Whether the element that began last is one in which SRU packs records. */
    private boolean packs;

    private boolean closed;
    private int rootFrom;
    private int rootTo;
    private List<Finding> findings = List.of();

    Envelope(Dialect dialect, PieceSink sink) {
        this.dialect = dialect;
        this.sink = sink;
    }

    /** Nothing was read yet of what {@link #closes} asks for. */
    void begin() {
        closed = false;
    }

    /** Whether, in what was read last, an element ended that began before it, or one that has no others around it. */
    boolean closes() {
        return closed;
    }

    /**
     * Reads a stretch, and tells its pieces.
     *
     * @return where a record begins that was overlooked, or something whose end was lost, so that some may have been; else
     *     {@code to}
     */
    int read(byte[] bytes, int from, int to, Role newRole) {
        role = newRole;
        begin = from;
        depth = 0;
        elements = 0;
        rejects = 0;
        deleted = false;
        packs = false;
        closed = false;
        rootFrom = from;
        rootTo = from;
        findings = List.of();
        markup.set(bytes, from, to);
        while (markup.at < to && rejects < MOST_REJECTS) {
            if (isRecord()) {
                fill(markup.at);
                return markup.at;
            }
            try {
                step();
            } catch (BrokenMarkup broken) {
                if (broken.swallows) {
                    fill(broken.position);
                    return broken.position;
                }
                // Where markup is broken, records may have been overlooked.
                int end = dialect.nextRecord(bytes, token + 1, to);
                reject(token, end, Math.min(end, broken.position), broken.found, broken.expected);
            }
        }
        if (rejects >= MOST_REJECTS) {
            reject(begin, to, "bytes that belong to no record", "");
        }
        end(to);
        return to;
    }

    /** Whether an element begins here that is called like a record, other than the wrapper itself. */
    private boolean isRecord() {
        return markup.bytes[markup.at] == '<'
                && !(role == Role.WRAPPER && elements == 0)
                && dialect.isRecord(markup.bytes, markup.at, markup.to);
    }

    private void step() throws BrokenMarkup {
        int at = markup.at;
        token = at;
        if (markup.bytes[at] != '<') {
            text(Scan.less(markup.bytes, at, markup.to));
            return;
        }
        switch (markup.sort()) {
            case START_TAG -> startTag();
            case END_TAG -> endTag();
            case CDATA -> cdata();
            case SILENT -> markup.passSilent();
            case LITERAL -> text(Scan.less(markup.bytes, at + 1, markup.to));
        }
    }

    private void cdata() throws BrokenMarkup {
        int start = markup.at;
        if (packs) {
            // SRU's string packing: the record in it is the next stretch.
            markup.at += Construct.Kind.CDATA.opening.length();
            return;
        }
        markup.passCdata();
        if (depth <= 0) {
            reject(start, markup.at, "text outside of a record", "");
        }
    }

    /** Text is at home in an element that begins here; elsewhere it is what line breaks and padding are not. */
    private void text(int end) {
        int from = markup.at;
        while (from < end && markup.bytes[from] >= 0 && markup.bytes[from] <= ' ') {
            from++;
        }
        // A document behind another one may begin with it, too.
        if (Utf8.isByteOrderMark(markup.bytes, from, end)) {
            from += 3;
        }
        // It ends the CDATA section in which SRU may pack a record.
        if (role == Role.BEHIND && Scan.stands(markup.bytes, from, end, "]]>")) {
            from += 3;
        }
        int ink = Scan.ink(markup.bytes, from, end);
        markup.at = end;
        if (depth <= 0 && ink < end) {
            reject(ink, end, "text outside of a record", "");
        }
    }

    private void startTag() throws BrokenMarkup {
        int start = markup.at;
        markup.name();
        int from = markup.localFrom;
        int to = markup.nameTo;
        Part part = dialect.part(markup.bytes, from, to);
        if (dialect == Dialect.MARCXML && part != Part.OTHER) {
            int end = dialect.nextRecord(markup.bytes, to, markup.to);
            reject(start, end, "\"" + markup.text(from, to) + "\" outside of a record", "");
            return;
        }
        if (elements == 0) {
            rootFrom = from;
            rootTo = to;
        }
        elements++;
        packs = markup.isNamed(XmlStarts.PACKING);
        boolean marksDeleted = false;
        boolean header = role == Role.WRAPPER && markup.isNamed("header");
        while (markup.nextAttribute()) {
            marksDeleted |= header
                    && markup.isAttribute("status")
                    && markup.text(markup.valueFrom, markup.valueTo).equals("deleted");
        }
        if (marksDeleted) {
            deleted = true;
            findings = List.of(deletion(start));
        }
        depth += markup.empty ? 0 : 1;
        closed |= markup.empty && depth == 0;
    }

    private Finding deletion(int header) {
        int end = Scan.find(markup.bytes, markup.at, markup.to, "header>");
        int limit = end < 0 ? markup.to : end;
        int name = Scan.find(markup.bytes, markup.at, limit, "identifier>");
        int from = name < 0 ? limit : name + "identifier>".length();
        String identifier =
                markup.text(from, Scan.less(markup.bytes, from, limit)).strip();
        String record = identifier.isEmpty() ? "a record" : "record " + identifier;
        return Finding.at(
                sink.offset(header),
                DiagnosticCode.RECORD_DELETED,
                record + " is marked as deleted",
                "",
                "it has no content");
    }

    private void endTag() throws BrokenMarkup {
        int from = markup.at + 2;
        int end = Names.end(markup.bytes, from, markup.to);
        markup.endTag(from, end);
        packs = false;
        // What encloses the record may end here: what comes then is as far outside.
        depth = Math.max(0, depth - 1);
        closed |= depth == 0;
    }

    private void end(int to) {
        if (begin == to) {
            return;
        }
        switch (role) {
            case BEHIND -> {}
            case WRAPPER -> endWrapper(to);
            case PROLOG -> endProlog(to);
        }
        fill(to);
    }

    private void endWrapper(int to) {
        if (elements <= 1 && rejects == 0) {
            reject(begin, to, "the record has no leader and no fields", "");
        } else if (closed && !deleted) {
            findings = List.of(Finding.at(
                    sink.offset(begin),
                    DiagnosticCode.CONTENT_PASSED_OVER,
                    "an element \"" + dialect.record + "\" that holds no MARC record",
                    "",
                    "passed over"));
        }
    }

    /** A document that ends without a record is well only if it is a collection of none, or an answer that there is none. */
    private void endProlog(int to) {
        String root = markup.text(rootFrom, rootTo);
        boolean empty = root.equals("collection") && elements == 1;
        boolean answer = root.equals("OAI-PMH") || root.equals("searchRetrieveResponse");
        if (closed && !empty && !answer) {
            reject(begin, to, "element \"" + root + "\" holds no MARC record", "an element \"" + dialect.record + "\"");
        }
    }

    private void fill(int to) {
        if (begin < to) {
            sink.piece(Piece.Kind.FILLER, begin, to, findings);
            findings = List.of();
        }
        begin = to;
    }

    private void reject(int from, int to, String found, String expected) {
        reject(from, to, from, found, expected);
    }

    private void reject(int from, int to, int place, String found, String expected) {
        fill(from);
        if (from < to) {
            sink.piece(
                    Piece.Kind.REJECTED,
                    from,
                    to,
                    List.of(Finding.at(sink.offset(place), DiagnosticCode.MARKUP_BROKEN, found, expected, REJECTED)));
        }
        begin = to;
        markup.at = to;
        rejects++;
    }
}
