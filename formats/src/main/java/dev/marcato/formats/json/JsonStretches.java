// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.text.FoldedFindings;
import dev.marcato.formats.text.StretchReader;
import dev.marcato.io.Finding;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.RecordBuilder;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads stretches of JSON text. In each it looks for objects that are records: those that have a leader or fields. What records
 * are wrapped in (an array, the members of an envelope before and behind them) is filler. An object in a record's place that
 * is none, and holds none, is rejected.
 */
final class JsonStretches implements StretchReader {
    /** How many objects may be opened around a record. Each is looked through once more. */
    private static final int DEEPEST_ENVELOPE = 16;

    private final CutSettings settings;
    private final boolean lines;
    private final FoldedFindings findings;
    private final JsonCursor cursor;
    private final RecordBuilder builder = new RecordBuilder();
    private final @Nullable UsualRecord usual;
    private final RecordObject record;

    private byte[] bytes = {};
    private int to;
    private long shift;
    private Consumer<Piece> pieces = piece -> {};
    /** Up to here there are pieces. */
    private int done;

    private int envelopes;
    private boolean inside;

    /** @param lines whether each stretch is a line that is whole, so that nothing in it can be the rest of an envelope */
    JsonStretches(CutSettings settings, boolean lines) {
        this(settings, lines, new UsualRecord());
    }

    /** @param usual null to have all read token by token, which makes no difference but to speed */
    JsonStretches(CutSettings settings, boolean lines, @Nullable UsualRecord usual) {
        this.usual = usual;
        this.settings = settings;
        this.lines = lines;
        this.findings = new FoldedFindings(settings.limits().diagnosticsPerStretch());
        this.cursor = new JsonCursor(findings);
        this.record = new RecordObject(cursor, builder);
    }

    @Override
    public void read(
            byte[] newBytes, int from, int newTo, long offset, boolean startsRecord, Consumer<Piece> newPieces) {
        bytes = newBytes;
        to = newTo;
        shift = offset - from;
        pieces = newPieces;
        done = from;
        envelopes = 0;
        inside = !lines && startsRecord;
        cursor.begin(bytes, from, to, offset);
        if (offset == 0) {
            passByteOrderMark(from);
        }
        if (!isOneRecord(cursor.position())) {
            while (step()) {}
        }
        endAt(to, Piece.Kind.FILLER, List.of());
    }

    /** Reads a usual record, if one begins here; whether nothing else is left: true of nearly all stretches. */
    private boolean isOneRecord(int from) {
        int end = usual == null ? UsualRecord.NONE : usual.read(bytes, from, to, builder);
        if (end < 0) {
            return false;
        }
        findings.clear();
        recordFrom(from, end);
        int at = end;
        while (at < to && (bytes[at] == ',' || JsonCursor.isBlank(bytes[at]))) {
            at++;
        }
        return at == to;
    }

    private void passByteOrderMark(int from) {
        if (to - from >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF) {
            cursor.moveTo(from + 3);
        }
    }

    /** One token of what stands around records, or an object; whether there is more. */
    private boolean step() {
        int next = cursor.peek();
        int at = cursor.position();
        switch (next) {
            case -1 -> {
                return false;
            }
            case '{' -> object(at);
            case '[', ',', ']' -> cursor.moveTo(at + 1);
            case '}' -> {
                if (!inside && envelopes == 0) {
                    reject(at, nextBrace(at + 1), notJson(at));
                } else {
                    envelopes = Math.max(0, envelopes - 1);
                    cursor.moveTo(at + 1);
                }
            }
            default -> {
                if (inside || envelopes > 0) {
                    envelopeMember(at);
                } else {
                    reject(at, nextBrace(at), notJson(at));
                }
            }
        }
        return true;
    }

    private void object(int at) {
        findings.clear();
        cursor.moveTo(at);
        Finding damage = null;
        try {
            record.read();
        } catch (JsonDamage e) {
            damage = e.finding();
        }
        if (damage == null && record.isRecord()) {
            recordFrom(at, cursor.position());
        } else if (!record.isRecord() && cursor.passedRecord() && envelopes < DEEPEST_ENVELOPE) {
            open(at);
        } else if (damage == null) {
            if (isEmptyEnvelope(at)) {
                open(at);
            } else {
                reject(at, cursor.position(), broken(at, "an object without leader and fields"));
            }
        } else if (!record.isRecord() && !lines && isOpening()) {
            open(at);
        } else {
            reject(at, behindObject(at), damage);
        }
    }

    /** Goes on behind an opening brace, since the object is no record but something around records. */
    private void open(int brace) {
        envelopes++;
        cursor.moveTo(brace + 1);
    }

    private void recordFrom(int from, int end) {
        List<Finding> found = findings.list();
        endAt(from, Piece.Kind.FILLER, List.of());
        pieces.accept(new Piece()
                .set(found.isEmpty() ? Piece.Kind.CLEAN : Piece.Kind.REPAIRED, shift + from, bytes, from, end - from)
                .record(builder.build(settings.sourceName(), shift + from, settings.flavor()))
                .findings(found));
        done = end;
        cursor.moveTo(end);
    }

    /** A member of an object around records: passed, or, where it holds records, entered. */
    private void envelopeMember(int at) {
        try {
            boolean named = cursor.member(true);
            boolean ofRecord = JsonNames.isOfRecord(cursor.nameArray(), cursor.nameFrom(), cursor.nameTo());
            boolean items = JsonNames.isItems(cursor.nameArray(), cursor.nameFrom(), cursor.nameTo());
            int value = cursor.peek();
            int from = cursor.position();
            if (ofRecord || !named) {
                reject(at, to, broken(at, "a record's member outside a record"));
            } else if (value < 0 || items && value == '[') {
                cursor.moveTo(from);
            } else {
                passOrOpen(from, value);
            }
        } catch (JsonDamage e) {
            reject(at, nextBrace(at), e.finding());
        }
    }

    private void passOrOpen(int from, int value) throws JsonDamage {
        cursor.moveTo(from);
        JsonDamage damage = null;
        try {
            cursor.passValue();
        } catch (JsonDamage e) {
            damage = e;
        }
        if (cursor.passedRecord() || damage != null && isOpening()) {
            // An object is looked at as a record first; of an array the elements are.
            cursor.moveTo(from);
            if (value == '[') {
                cursor.moveTo(from + 1);
            } else {
                object(from);
            }
        } else if (damage != null) {
            throw damage;
        }
    }

    /** Whether a complete object has an array for records, with none in it. */
    private boolean isEmptyEnvelope(int brace) {
        int end = cursor.position();
        boolean empty = false;
        cursor.moveTo(brace + 1);
        try {
            for (boolean first = true; !empty && cursor.member(first); first = false) {
                empty = JsonNames.isItems(cursor.nameArray(), cursor.nameFrom(), cursor.nameTo())
                        && cursor.peek() == '[';
                cursor.passValue();
            }
        } catch (JsonDamage e) {
            empty = false;
        }
        findings.clear();
        cursor.moveTo(end);
        return empty;
    }

    /** Whether the stretch ends where something else may begin: there the next record, or what is around it, does. */
    private boolean isOpening() {
        int last = to;
        while (last > done && bytes[last - 1] <= ' ' && bytes[last - 1] >= 0) {
            last--;
        }
        return last > done && (bytes[last - 1] == ':' || bytes[last - 1] == '[' || bytes[last - 1] == ',');
    }

    /** Where a broken object ends: behind the brace that closes it, if its brackets match; else where the stretch does. */
    private int behindObject(int brace) {
        cursor.moveTo(brace);
        try {
            cursor.passValue();
            return cursor.position();
        } catch (JsonDamage e) {
            return to;
        }
    }

    private int nextBrace(int from) {
        int at = from;
        while (at < to && bytes[at] != '{') {
            at++;
        }
        return at;
    }

    /** Rejects a stretch, blanks at its end aside. */
    private void reject(int from, int end, Finding finding) {
        endAt(from, Piece.Kind.FILLER, List.of());
        int last = end;
        while (last > from + 1 && bytes[last - 1] <= ' ' && bytes[last - 1] >= 0) {
            last--;
        }
        endAt(last, Piece.Kind.REJECTED, List.of(notBehind(finding, shift + last)));
        cursor.moveTo(end);
    }

    /** What is missing at an end is found there, and not behind blanks that follow. */
    private static Finding notBehind(Finding finding, long end) {
        return finding.byteOffset() <= end
                ? finding
                : new Finding(
                        finding.code(),
                        end,
                        finding.tag(),
                        finding.fieldNumber(),
                        finding.found(),
                        finding.expected(),
                        finding.action());
    }

    private Finding notJson(int at) {
        return broken(at, "\"" + (char) (bytes[at] & 0xFF) + "\" where a record should be");
    }

    private Finding broken(int at, String found) {
        return Finding.at(shift + at, DiagnosticCode.MARKUP_BROKEN, found, "a MARC record", "it went to the rejects");
    }

    private void endAt(int end, Piece.Kind kind, List<Finding> found) {
        if (end > done) {
            pieces.accept(
                    new Piece().set(kind, shift + done, bytes, done, end - done).findings(found));
            done = end;
        }
    }
}
