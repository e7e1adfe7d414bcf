// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Finding;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.RecordBuilder;
import dev.marcato.io.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A record that is being read from lines of text, with what was found there: in the end a piece, clean, repaired or rejected. Used
 * for record after record. One thread's.
 *
 * <p>Its text is UTF-8. Where its bytes are not, or are ASCII with escapes (0x1B), what they are is found by evidence, as in ISO
 * 2709, unless the caller knows it.
 */
public final class TextRecord {
    /** What a place says that belongs to no field. */
    public static final String NO_TAG = "";

    private static final int LEADER = 24;
    private static final byte ESCAPE = 0x1B;
    private static final int SHOWN = 60;

    private final CutSettings settings;
    private final RecordBuilder builder = new RecordBuilder();
    private final byte[] leader = new byte[LEADER];
    private final List<Finding> findings = new ArrayList<>();
    private ByteOutput text = new ByteOutput(1);
    private boolean hasLeader;
    private boolean broken;
    private long offset;

    /** @param settings those of the source that is read */
    public TextRecord(CutSettings settings) {
        this.settings = settings;
    }

    /** Begins a record at a place in the source. */
    public void begin(long newOffset) {
        builder.begin();
        findings.clear();
        hasLeader = false;
        broken = false;
        offset = newOffset;
    }

    /** Whether something was found that makes it unreadable. */
    public boolean isBroken() {
        return broken;
    }

    /** Whether it has a leader. */
    public boolean hasLeader() {
        return hasLeader;
    }

    /** A tag as {@link #beginField} wants it, of three bytes; -1 where they are not printable ASCII without blanks. */
    public static int tag(byte[] bytes, int at, int to) {
        if (to - at < 3) {
            return -1;
        }
        int tag = (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
        return isTag(tag) ? tag : -1;
    }

    /** Whether a tag is of three characters of printable ASCII without blanks. */
    public static boolean isTag(int tag) {
        int first = tag >> 16 & 0xFF;
        int second = tag >> 8 & 0xFF;
        int third = tag & 0xFF;
        return isTagCharacter(first) && isTagCharacter(second) && isTagCharacter(third);
    }

    private static boolean isTagCharacter(int character) {
        return character > ' ' && character < 0x7F;
    }

    /** Whether a tag is one of a control field: whether it begins with 00. */
    public static boolean isControl(int tag) {
        return tag >> 8 == ('0' << 8 | '0');
    }

    /** A tag as text. */
    public static String tag(int tag) {
        return "" + (char) (tag >> 16 & 0xFF) + (char) (tag >> 8 & 0xFF) + (char) (tag & 0xFF);
    }

    /**
     * Sets the leader. What is more than twice as long is none: most of it would be lost.
     *
     * @param blank what stands for a blank
     * @param place where it stands in the source
     */
    public void leader(byte[] bytes, int from, int to, byte blank, long place) {
        boolean sound = to - from == LEADER;
        if (to - from > 2 * LEADER && !Lines.isBlank(bytes, from + 2 * LEADER, to)) {
            broken(
                    DiagnosticCode.MARKUP_BROKEN,
                    place,
                    "LDR",
                    "leader is \"" + shown(bytes, from, to) + "\"",
                    "it has 24 characters of ASCII");
            return;
        }
        for (int i = 0; i < LEADER; i++) {
            byte value = from + i < to ? bytes[from + i] : (byte) ' ';
            boolean printable = value >= ' ' && value < 0x7F;
            sound &= printable;
            leader[i] = !printable || value == blank ? (byte) ' ' : value;
        }
        if (!sound) {
            repaired(
                    DiagnosticCode.LEADER_INCOMPLETE,
                    place,
                    "LDR",
                    "leader is \"" + shown(bytes, from, to) + "\"",
                    "it has 24 characters of ASCII",
                    "made so with blanks");
        }
        builder.leader(leader, 0);
        hasLeader = true;
    }

    /** Makes the record unreadable if a delimiter of ISO 2709 is in some text, which no record can hold. */
    public void refuseDelimiters(int tag, byte[] bytes, int from, int to, long place) {
        for (byte delimiter = 0x1D; delimiter <= 0x1F; delimiter++) {
            if (ByteSearch.next(bytes, from, to, delimiter) < to) {
                broken(
                        DiagnosticCode.VALUE_NOT_REPRESENTABLE,
                        place,
                        tag(tag),
                        "a delimiter of ISO 2709 (0x1D to 0x1F) is in the text",
                        "");
            }
        }
    }

    /** Begins a field, see {@link RecordBuilder#beginField(int)}. */
    public ByteOutput beginField(int tag) {
        text = builder.beginField(tag);
        return text;
    }

    /** Ends the field that was begun last. */
    public void endField() {
        builder.endField();
    }

    /** Tells what is wrong, but can be read in one way only. */
    public void repaired(DiagnosticCode code, long place, String tag, String found, String expected, String action) {
        if (findings.size() < settings.limits().diagnosticsPerStretch()) {
            int field = tag.equals("LDR") || tag.equals(NO_TAG) ? 0 : builder.size() + 1;
            findings.add(new Finding(code, place, tag, field, found, expected, action));
        }
    }

    /** Tells what makes the record unreadable; of several the first one. */
    public void broken(DiagnosticCode code, long place, String tag, String found, String expected) {
        if (!broken) {
            findings.clear();
            repaired(code, place, tag, found, expected, "the record went to the rejects");
            broken = true;
        }
    }

    /** Whether its text is UTF-8. */
    public boolean isUtf8() {
        int to = textEnd();
        return Utf8.firstHigh(text.array(), LEADER, to) == to || Utf8.isRight(text.array(), LEADER, to);
    }

    private boolean isEscapedAscii() {
        int to = textEnd();
        return ByteSearch.next(text.array(), LEADER, to, ESCAPE) < to && Utf8.firstHigh(text.array(), LEADER, to) == to;
    }

    private int textEnd() {
        return builder.size() == 0 ? LEADER : text.size();
    }

    /** The piece that the record is. */
    public Piece piece(byte[] bytes, int from, int to) {
        return piece(bytes, from, to, !isEscapedAscii() && isUtf8());
    }

    /**
     * The piece that the record is.
     *
     * @param unicode whether its text is UTF-8; otherwise what it is, is found by evidence
     */
    public Piece piece(byte[] bytes, int from, int to, boolean unicode) {
        if (!broken && !hasLeader) {
            findings.add(
                    0,
                    new Finding(
                            DiagnosticCode.LEADER_INCOMPLETE,
                            offset,
                            "LDR",
                            0,
                            "there is no leader",
                            "",
                            "made of blanks"));
        }
        Piece.Kind kind = broken ? Piece.Kind.REJECTED : findings.isEmpty() ? Piece.Kind.CLEAN : Piece.Kind.REPAIRED;
        Piece piece = new Piece().set(kind, offset, bytes, from, to - from);
        if (!broken) {
            piece.record(
                    unicode
                            ? builder.build(settings.sourceName(), offset, settings.flavor())
                            : builder.build(settings.sourceName(), offset, settings.flavor(), settings.encoding()));
        }
        return findings.isEmpty() ? piece : piece.findings(List.copyOf(findings));
    }

    /** Text for a message, the first characters of it. */
    public static String shown(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.min(to - from, SHOWN), StandardCharsets.UTF_8);
    }
}
