// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.text.StretchReader;
import dev.marcato.formats.xml.Dialect.Part;
import dev.marcato.formats.xml.Envelope.Role;
import dev.marcato.formats.xml.Markup.Sort;
import dev.marcato.io.Finding;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.Piece.Extent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Reads a stretch of XML: a record and what stands behind it, or what stands before the first one. One thread's. */
final class XmlStretches implements StretchReader, PieceSink {
    private static final Piece NOWHERE = new Piece();

    private final Dialect dialect;
    private final SourceEncoding encoding;
    /** The name of the element in which all records are; "" if there is none, or it is not known. */
    private final String root;

    private final CutSettings settings;
    private final Problems problems;
    private final RecordElement record;
    private final Envelope envelope;
    private final Markup markup = new Markup();
    private final Transcript transcript = new Transcript();
    private final Transcript unpacked = new Transcript();

    // The stretch that is read: the source's bytes, and the text that was made of them.
    private byte[] source = {};
    private int sourceFrom;
    private long sourceOffset;
    private Consumer<Piece> pieces = NOWHERE::take;
    private byte[] bytes = {};
    private Places places = position -> position;

    XmlStretches(Dialect dialect, DocumentHead head, CutSettings settings) {
        this(dialect, head, settings, true);
    }

    /** @param learns whether what has the form of what was read may be read faster; the result is the same */
    XmlStretches(Dialect dialect, DocumentHead head, CutSettings settings, boolean learns) {
        this.dialect = dialect;
        this.encoding = head.encoding();
        String name = head.rootName();
        this.root = name.substring(name.indexOf(':') + 1).equals(dialect.record) ? "" : name;
        this.settings = settings;
        this.problems = new Problems(settings.limits().diagnosticsPerStretch());
        this.record = new RecordElement(dialect, problems, learns);
        this.envelope = new Envelope(dialect, this);
    }

    @Override
    public void readLast(byte[] all, int from, int to, long offset, boolean startsRecord, Consumer<Piece> newPieces) {
        Deque<Piece> read = new ArrayDeque<>();
        envelope.begin();
        read(all, from, to, offset, startsRecord, read::add);
        Piece last = read.peekLast();
        // Which element ends does not matter: one document may have been put behind another.
        if (!root.isEmpty() && !envelope.closes() && last != null && last.kind() != Piece.Kind.REJECTED) {
            List<Finding> findings = new ArrayList<>(last.findings());
            findings.add(Finding.at(
                    offset + to - from,
                    DiagnosticCode.MARKUP_REPAIRED,
                    "the document ends, and its element \"" + root + "\" does not",
                    "",
                    "what is there was read"));
            last.findings(List.copyOf(findings));
        }
        read.forEach(newPieces);
    }

    @Override
    public void read(byte[] all, int from, int to, long offset, boolean startsRecord, Consumer<Piece> newPieces) {
        source = all;
        sourceFrom = from;
        sourceOffset = offset;
        pieces = newPieces;
        if (encoding.isUtf8()) {
            text(all, position -> offset + position - from);
            stretch(from, to, startsRecord, offset == 0);
        } else {
            transcript.recode(encoding, all, from, to, offset);
            text(transcript.bytes(), transcript);
            stretch(0, transcript.length(), startsRecord, offset == 0);
        }
        source = NOWHERE.bytes();
        bytes = source;
        pieces = NOWHERE::take;
    }

    private void text(byte[] newBytes, Places newPlaces) {
        bytes = newBytes;
        places = newPlaces;
    }

    private void stretch(int from, int to, boolean startsRecord, boolean beginsSource) {
        int at = from;
        if (startsRecord && bytes[from] == '&') {
            at = packed(from, to);
        } else if (startsRecord) {
            records(from, to);
            return;
        }
        Role role = at == from && beginsSource ? Role.PROLOG : Role.BEHIND;
        int end = envelope.read(bytes, at, to, role);
        if (end < to) {
            swallowed(end, to);
        }
    }

    /** A record that is text in an SRU response, which is markup once its references are resolved. */
    private int packed(int from, int to) {
        int end = Scan.less(bytes, from, to);
        byte[] outer = bytes;
        Places outerPlaces = places;
        unpacked.unescape(outer, from, end, outerPlaces);
        text(unpacked.bytes(), unpacked);
        records(0, unpacked.length());
        text(outer, outerPlaces);
        return end;
    }

    /**
     * A stretch that begins with a record. There is another one only where the end of a comment or the like was lost: what it
     * swallowed is read as if it were none.
     */
    private void records(int from, int to) {
        int lost = recordAndRest(from, to);
        if (lost < to) {
            swallowed(lost, to);
        }
    }

    private void swallowed(int lost, int to) {
        int first = dialect.nextRecord(bytes, lost, to);
        if (lost < first) {
            reject(lost, first);
        }
        overlooked(first, to);
    }

    /** Records that were overlooked, from the first of them on. */
    private void overlooked(int first, int to) {
        int at = first;
        while (at < to) {
            int next = dialect.nextRecord(bytes, at + 1, to);
            int lost = recordAndRest(at, next);
            if (lost < next) {
                reject(lost, next);
            }
            at = next;
        }
    }

    private void reject(int from, int to) {
        problems.begin(places);
        problems.add(
                new BrokenMarkup(from, "comment, CDATA section or processing instruction that has no end", "", false));
        piece(Piece.Kind.REJECTED, from, to, problems.all());
    }

    /** Reads a record and what stands behind it; where something begins whose end was lost, else {@code to}. */
    private int recordAndRest(int from, int to) {
        boolean begins = record.begins(bytes, from, to);
        if (!begins && isWrapper(from, to)) {
            return envelope.read(bytes, from, to, Role.WRAPPER);
        }
        problems.begin(places);
        markup.set(bytes, from, to);
        int end;
        try {
            record.read(markup, begins);
            end = markup.at;
            deliver(from, end);
        } catch (BrokenMarkup broken) {
            problems.leaveField();
            problems.add(broken);
            end = broken.swallows
                    ? dialect.nextRecord(bytes, broken.position + 1, to)
                    : behindRecord(from, broken.position, to);
            piece(Piece.Kind.REJECTED, from, end, problems.all());
            if (broken.swallows && end < to) {
                overlooked(end, to);
                return to;
            }
        }
        if (Scan.ink(bytes, end, to) < to) {
            return envelope.read(bytes, end, to, Role.BEHIND);
        }
        if (end < to) {
            piece(Piece.Kind.FILLER, end, to, List.of());
        }
        return to;
    }

    /** Whether the element is one of those that are called like a record, and hold one or none. */
    private boolean isWrapper(int from, int to) {
        int at = Scan.less(bytes, from + 1, to);
        while (at < to) {
            int end = Names.end(bytes, at + 1, to);
            int local = Names.local(bytes, at + 1, end);
            if (end > local && dialect.part(bytes, local, end) != Part.OTHER) {
                return false;
            }
            at = Scan.less(bytes, at + 1, to);
        }
        return true;
    }

    /** Behind the end tag of a broken record, or where another one begins, if either is there. */
    private int behindRecord(int from, int broken, int to) {
        int nameEnd = Names.end(bytes, from + 1, to);
        boolean closed = true;
        markup.set(bytes, Scan.less(bytes, Math.max(broken, from + 1), to), to);
        while (markup.at < to) {
            int at = markup.at;
            Sort sort = markup.sort();
            try {
                if (sort == Sort.END_TAG) {
                    markup.endTag(from + 1, nameEnd);
                    return markup.at;
                }
                if (sort == Sort.START_TAG && dialect.isRecord(bytes, at, to)) {
                    return at;
                }
                if (closed && sort == Sort.CDATA) {
                    markup.passCdata();
                } else if (closed && sort == Sort.SILENT) {
                    markup.passSilent();
                }
            } catch (BrokenMarkup another) {
                // The end tag of another element; or something without an end, of which there may be more.
                closed &= !another.swallows;
            }
            markup.at = Scan.less(bytes, Math.max(markup.at, at + 1), to);
        }
        return to;
    }

    private void deliver(int from, int to) {
        long offset = places.offset(from);
        int length = Math.toIntExact(places.offset(to) - offset);
        Piece piece = new Piece()
                .set(
                        problems.isEmpty() ? Piece.Kind.CLEAN : Piece.Kind.REPAIRED,
                        offset,
                        source,
                        inSource(offset),
                        length)
                .record(record.build(settings, offset));
        if (!problems.isEmpty()) {
            piece.findings(problems.all());
            List<Extent> rejects = new ArrayList<>();
            for (RecordElement.Dropped each : record.dropped()) {
                long start = places.offset(each.from());
                rejects.add(new Extent(start, Math.toIntExact(places.offset(each.to()) - start)));
            }
            piece.rejects(rejects);
        }
        pieces.accept(piece);
    }

    private int inSource(long offset) {
        return sourceFrom + Math.toIntExact(offset - sourceOffset);
    }

    @Override
    public long offset(int position) {
        return places.offset(position);
    }

    @Override
    public void piece(Piece.Kind kind, int from, int to, List<Finding> findings) {
        long offset = places.offset(from);
        int length = Math.toIntExact(places.offset(to) - offset);
        pieces.accept(
                new Piece().set(kind, offset, source, inSource(offset), length).findings(findings));
    }
}
