// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.text.FoldedFindings;
import dev.marcato.formats.text.StretchReader;
import dev.marcato.io.Finding;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.RecordBuilder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads stretches of JSON text. In each it looks for objects that are records: those that have a leader or fields. What records
 * are wrapped in (an array, the members of an envelope before and behind them) is filler. An object in a record's place that
 * is none, and holds none, is rejected. {@link Punctuation} tells what is wrong about commas and brackets there.
 */
final class JsonStretches implements StretchReader {
    /** How many objects may be opened around a record. Each is looked through once more. */
    private static final int DEEPEST_ENVELOPE = 16;

    private final CutSettings settings;
    private final boolean lines;
    private final FoldedFindings findings;
    private final Surroundings surroundings;
    private final JsonPieces pieces;
    private final Punctuation around;
    private final JsonCursor cursor;
    private final RecordBuilder builder = new RecordBuilder();
    private final @Nullable UsualRecord usual;
    private final RecordObject record;

    private byte[] bytes = {};
    private int to;
    private boolean inside;

    /**
     * @param surroundings what the records of the document stand in
     * @param lines whether each stretch is a line that is whole, so that nothing in it can be the rest of an envelope
     */
    JsonStretches(CutSettings settings, Surroundings surroundings, boolean lines) {
        this(settings, surroundings, lines, new UsualRecord());
    }

    /** @param usual null to have all read token by token, which makes no difference but to speed */
    JsonStretches(CutSettings settings, Surroundings surroundings, boolean lines, @Nullable UsualRecord usual) {
        this.usual = usual;
        this.settings = settings;
        this.surroundings = surroundings;
        this.lines = lines;
        this.pieces = new JsonPieces(settings.limits().diagnosticsPerStretch());
        this.around = new Punctuation(surroundings, pieces);
        this.findings = new FoldedFindings(settings.limits().diagnosticsPerStretch());
        this.cursor = new JsonCursor(findings);
        this.record = new RecordObject(cursor, builder);
    }

    @Override
    public void read(byte[] all, int from, int end, long offset, boolean startsRecord, Consumer<Piece> out) {
        read(all, from, end, offset, startsRecord, lines, out);
    }

    @Override
    public void readLast(byte[] all, int from, int end, long offset, boolean startsRecord, Consumer<Piece> out) {
        read(all, from, end, offset, startsRecord, true, out);
    }

    /** @param ends whether nothing that belongs to what is read comes behind it */
    private void read(
            byte[] all, int from, int end, long offset, boolean startsRecord, boolean ends, Consumer<Piece> out) {
        bytes = all;
        to = end;
        inside = !lines && startsRecord && surroundings != Surroundings.NOTHING;
        pieces.begin(bytes, from, offset, out);
        around.begin(from, !lines && startsRecord);
        cursor.begin(bytes, from, to, offset);
        if (offset == 0) {
            passByteOrderMark(from);
        }
        if (!isOneRecord(cursor.position(), ends)) {
            while (step()) {}
            around.end(to, ends);
        }
        pieces.end(to);
    }

    /** Reads a usual record, if one begins here; whether nothing is left but what is due: true of nearly all stretches. */
    private boolean isOneRecord(int from, boolean ends) {
        int end = usual == null ? UsualRecord.NONE : usual.read(bytes, from, to, builder);
        if (end < 0) {
            return false;
        }
        findings.clear();
        recordFrom(from, end);
        int commas = 0;
        int at = end;
        while (at < to && (bytes[at] == ',' || JsonCursor.isBlank(bytes[at]))) {
            commas += bytes[at] == ',' ? 1 : 0;
            at++;
        }
        return at == to && around.isUsual(commas, ends);
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
            case '[' -> {
                around.openArray(at);
                cursor.moveTo(at + 1);
            }
            case ',' -> {
                around.comma(at);
                cursor.moveTo(at + 1);
            }
            case ']' -> {
                around.closeArray(at);
                cursor.moveTo(at + 1);
            }
            case '}' -> {
                if (isInside()) {
                    around.closeObject(at);
                    cursor.moveTo(at + 1);
                } else {
                    reject(at, nextBrace(at + 1), notJson(at));
                }
            }
            default -> {
                if (isInside()) {
                    envelopeMember(at);
                } else {
                    reject(at, nextBrace(at), notJson(at));
                }
            }
        }
        return true;
    }

    /** Whether an object around records may be open. */
    private boolean isInside() {
        return inside || around.objects() > 0;
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
        } else if (!record.isRecord() && cursor.passedRecord() && around.objects() < DEEPEST_ENVELOPE) {
            open(at);
        } else if (damage == null) {
            if (isEmptyEnvelope(at)) {
                open(at);
            } else {
                int end = cursor.position();
                reject(at, end, broken(at, "an object without leader and fields"));
                around.value(at, end);
            }
        } else if (!record.isRecord() && !lines && isOpening()) {
            open(at);
        } else {
            int end = behindObject(at);
            reject(at, end < 0 ? to : end, damage);
            if (end >= 0) {
                around.value(at, end);
            }
        }
    }

    /** Goes on behind an opening brace, since the object is no record but something around records. */
    private void open(int brace) {
        around.openObject(brace);
        cursor.moveTo(brace + 1);
    }

    private void recordFrom(int from, int end) {
        around.value(from, end);
        MarcRecord built = builder.build(settings.sourceName(), pieces.offset(from), settings.flavor());
        pieces.record(from, end, built, findings.list());
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
            } else {
                around.member();
                if (value < 0 || items && value == '[') {
                    cursor.moveTo(from);
                } else {
                    passOrOpen(from, value);
                }
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
            if (value != '[') {
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
        int last = pieces.behindInk(pieces.done(), to);
        return last > pieces.done() && (bytes[last - 1] == ':' || bytes[last - 1] == '[' || bytes[last - 1] == ',');
    }

    /** Where a broken object ends: behind the brace that closes it, if its brackets match; else negative. */
    private int behindObject(int brace) {
        cursor.moveTo(brace);
        try {
            cursor.passValue();
            return cursor.position();
        } catch (JsonDamage e) {
            return -1;
        }
    }

    private int nextBrace(int from) {
        int at = from;
        while (at < to && bytes[at] != '{') {
            at++;
        }
        return at;
    }

    private void reject(int from, int end, Finding finding) {
        pieces.reject(from, end, finding);
        around.damage();
        cursor.moveTo(end);
    }

    private Finding notJson(int at) {
        return broken(at, "\"" + (char) (bytes[at] & 0xFF) + "\" where a record should be");
    }

    private Finding broken(int at, String found) {
        return Finding.at(
                pieces.offset(at), DiagnosticCode.MARKUP_BROKEN, found, "a MARC record", "it went to the rejects");
    }
}
