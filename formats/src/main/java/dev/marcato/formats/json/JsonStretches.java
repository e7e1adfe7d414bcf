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
    private final Lookahead lookahead;
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
        this.lookahead = new Lookahead(cursor);
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
        lookahead.begin(bytes, from, to);
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
        if (next >= 0 && lookahead.isExhausted()) {
            reject(at, to, broken(at, "too many brackets that do not match"));
            return false;
        }
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
        lookahead.lookedFrom(at);
        int end = cursor.position();
        if (damage == null && record.isRecord()) {
            recordFrom(at, end);
        } else if (!record.isRecord() && isAround(at, damage != null)) {
            around.openObject(at);
            cursor.moveTo(at + 1);
        } else if (damage == null) {
            reject(at, end, broken(at, "an object without leader and fields"));
            around.value(at, end);
        } else {
            end = lookahead.behindObject(at);
            reject(at, end < 0 ? to : end, damage);
            if (end >= 0) {
                around.value(at, end);
            }
        }
    }

    /** Whether an object that is no record, and was passed as far as it can be, is something around records. */
    private boolean isAround(int brace, boolean broken) {
        if (around.objects() == DEEPEST_ENVELOPE) {
            return false;
        }
        if (cursor.passedRecord()) {
            return true;
        }
        findings.clear();
        return broken ? !lines && lookahead.isOpening(pieces.done()) : lookahead.isEmptyEnvelope(brace);
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
        lookahead.lookedFrom(from);
        if (cursor.passedRecord() || damage != null && lookahead.isOpening(pieces.done())) {
            // An object is looked at as a record first; of an array the elements are.
            cursor.moveTo(from);
            if (value != '[') {
                object(from);
            }
        } else if (damage != null) {
            throw damage;
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

    /** How many bytes of the last stretch were looked through, those that were so twice counted twice. */
    long looked() {
        return lookahead.looked();
    }
}
