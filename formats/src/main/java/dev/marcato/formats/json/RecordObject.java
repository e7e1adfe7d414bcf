// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.RecordBuilder;
import dev.marcato.io.Utf8;
import java.nio.charset.StandardCharsets;

/**
 * Reads an object as a record: MARC-in-JSON ({@code "fields": [{"245": {"ind1": …, "subfields": [{"a": …}]}}]}, after Ross Singer's
 * proposal of 2010), and the form that OCLC and marc4j have besides ({@code "controlfield": [{"tag": …, "data": …}]}, {@code
 * "datafield": [{"tag": …, "ind": …, "subfield": [{"code": …, "data": …}]}]}). Where one of them has an array, its only element
 * may stand alone; members of the same name are all data. One thread's.
 */
final class RecordObject {
    private static final int LEADER = 24;
    private static final int INDICATOR_COUNT = 10;
    /** How deep arrays may stand in each other that are but a way to repeat a field or a subfield. */
    private static final int DEEPEST = 4;

    private final JsonCursor cursor;
    private final RecordBuilder builder;
    private final FieldObject field;
    private final ByteOutput text = new ByteOutput();

    private boolean isRecord;
    private boolean hasLeader;
    private boolean toldPassedOver;

    RecordObject(JsonCursor cursor, RecordBuilder builder) {
        this.cursor = cursor;
        this.builder = builder;
        this.field = new FieldObject(this, cursor);
    }

    /**
     * Reads the object whose opening brace comes next.
     *
     * @throws JsonDamage if it cannot be read, as a record or as anything else
     */
    void read() throws JsonDamage {
        builder.begin();
        isRecord = false;
        hasLeader = false;
        toldPassedOver = false;
        field.indicatorsOfLeader(-1);
        int start = cursor.position();
        cursor.expect('{', "where an object begins");
        for (boolean first = true; cursor.member(first); first = false) {
            byte[] name = cursor.nameArray();
            int from = cursor.nameFrom();
            int to = cursor.nameTo();
            if (!JsonNames.isOfRecord(name, from, to)) {
                passOver();
            } else if (JsonNames.is(JsonNames.LEADER, name, from, to)) {
                isRecord = true;
                leader();
            } else {
                isRecord = true;
                boolean tagged = !JsonNames.is(JsonNames.FIELDS, name, from, to);
                fields(tagged, 0);
            }
        }
        if (isRecord && !hasLeader) {
            cursor.found(start, DiagnosticCode.LEADER_INCOMPLETE, "no leader", "24 characters", "blanks were put in");
        }
    }

    /** Whether what was read last has a member that makes it a record, however it ended. */
    boolean isRecord() {
        return isRecord;
    }

    /** Passes over a member whose name was read. That is told once in a record, and only if it is one. */
    void passOver() throws JsonDamage {
        if (!toldPassedOver) {
            toldPassedOver = true;
            cursor.found(
                    cursor.nameAt(),
                    DiagnosticCode.CONTENT_PASSED_OVER,
                    "member " + cursor.nameShown(),
                    "",
                    "passed over");
        }
        cursor.passValue();
    }

    private void leader() throws JsonDamage {
        int name = cursor.nameAt();
        cursor.peek();
        int place = cursor.position();
        text.clear();
        cursor.scalar(text);
        if (hasLeader) {
            cursor.found(name, DiagnosticCode.CONTENT_PASSED_OVER, "a second leader", "", "passed over");
            return;
        }
        hasLeader = true;
        byte[] bytes = new byte[LEADER];
        int length = 0;
        for (int at = 0; at < text.size(); length++) {
            int value = text.array()[at];
            boolean ascii = value >= 0;
            if (length < LEADER) {
                bytes[length] = ascii ? (byte) value : (byte) ' ';
            }
            if (!ascii) {
                cursor.found(
                        place,
                        DiagnosticCode.CHARACTER_FORBIDDEN,
                        "leader position " + length + " is not ASCII",
                        "",
                        "a blank stands in its place");
            }
            at += Utf8.lengthOrOne(text.array(), at, text.size());
        }
        if (length != LEADER) {
            cursor.found(
                    place,
                    DiagnosticCode.LEADER_INCOMPLETE,
                    "a leader of " + length + " characters",
                    LEADER + " characters",
                    length < LEADER ? "blanks were added" : "cut off");
        }
        for (int i = length; i < LEADER; i++) {
            bytes[i] = ' ';
        }
        builder.leader(bytes, 0);
        field.indicatorsOfLeader(bytes[INDICATOR_COUNT] - '0');
    }

    /** @param tagged whether each field is an object with its tag as a member */
    private void fields(boolean tagged, int depth) throws JsonDamage {
        int next = cursor.peek();
        if (next == '[' && depth < DEEPEST) {
            cursor.expect('[', "");
            for (boolean first = true; cursor.element(first); first = false) {
                fields(tagged, depth + 1);
            }
        } else if (next == '{' && tagged) {
            field.tagged(builder);
        } else {
            cursor.expect('{', "where a field begins");
            for (boolean first = true; cursor.member(first); first = false) {
                content(tag(cursor.nameArray(), cursor.nameFrom(), cursor.nameTo(), cursor.nameAt()), depth);
            }
        }
        cursor.outsideFields();
    }

    /** The content of a field whose tag was read: the text of a control field, an object, or an array of such. */
    private void content(int tag, int depth) throws JsonDamage {
        int next = cursor.peek();
        if (next == '[' && depth < DEEPEST) {
            cursor.expect('[', "");
            for (boolean first = true; cursor.element(first); first = false) {
                content(tag, depth + 1);
            }
            return;
        }
        cursor.inField(tag, builder.size() + 1);
        if (next == '{') {
            field.untagged(tag, builder);
        } else {
            cursor.scalar(builder.beginField(tag));
            builder.endField();
        }
    }

    /** The bytes of a tag, the first one highest. */
    int tag(byte[] bytes, int from, int to, int place) throws JsonDamage {
        boolean holdable = to - from == 3;
        for (int at = from; at < to; at++) {
            holdable &= bytes[at] >= 0;
        }
        if (!holdable) {
            int shown = Math.min(to, from + 40);
            throw cursor.unholdable(
                    place,
                    "the tag \"" + new String(bytes, from, shown - from, StandardCharsets.UTF_8) + "\"",
                    "three characters of ASCII");
        }
        return bytes[from] << 16 | bytes[from + 1] << 8 | bytes[from + 2];
    }
}
