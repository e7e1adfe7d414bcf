// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.io.ByteOutput;
import dev.marcato.io.RecordBuilder;
import dev.marcato.io.Utf8;
import dev.marcato.io.Words;

/**
 * Reads the fields about which there is nothing to say: their tags have the form of those before, between which there is white
 * space at most, and their text needs no repair. That is nearly all of a document. Any other field is left to who reads with
 * care, with whom these would come out the same. One thread's.
 */
final class UsualFields {
    static final int INDICATORS = 2;

    /** So much room is made for a record at once, in bytes; where more could be needed, it is read with care. */
    private static final int LONGEST = 1 << 20;

    private final TagForm controlFields = new TagForm();
    private final TagForm controlFieldEnds = new TagForm();
    private final TagForm dataFields = new TagForm();
    private final TagForm dataFieldEnds = new TagForm();
    private final TagForm subfields = new TagForm();
    private final TagForm subfieldEnds = new TagForm();

    /** The form of the field before, which the next one is likely to have. */
    private TagForm likely = controlFields;

    /** Behind the character that was copied last. */
    private int behind;

    /**
     * Takes the form of a control field's start tag that was read; all positions are those in the array.
     *
     * @param tag where its tag stands, as an attribute
     */
    void learnControlField(byte[] bytes, int from, int nameTo, int to, int tag) {
        controlFields.learn(bytes, from, to, tag, 3, -1, -1);
        controlFieldEnds.learnEnd(bytes, from + 1, nameTo);
    }

    /** Takes the form of a data field's start tag that was read, and where its tag and its indicators stand. */
    void learnDataField(byte[] bytes, int from, int nameTo, int to, int tag, int indicator, int otherIndicator) {
        dataFields.learn(bytes, from, to, tag, 3, indicator, otherIndicator);
        dataFieldEnds.learnEnd(bytes, from + 1, nameTo);
    }

    /** Takes the form of a subfield's start tag that was read, and where its code stands. */
    void learnSubfield(byte[] bytes, int from, int nameTo, int to, int code) {
        subfields.learn(bytes, from, to, code, 1, -1, -1);
        subfieldEnds.learnEnd(bytes, from + 1, nameTo);
    }

    /**
     * Adds fields to a record that has two indicators and codes of one character.
     *
     * @return behind the last field
     */
    int read(byte[] bytes, int from, int to, RecordBuilder builder) {
        int at = from;
        if (to - from <= LONGEST) {
            ByteOutput out = builder.room(to - from + Long.BYTES);
            int next = field(bytes, at, to, builder, out);
            while (next >= 0) {
                at = next;
                next = field(bytes, at, to, builder, out);
            }
        }
        return at;
    }

    /**
     * Adds the field that stands here: behind it, or a negative number if it is to be read with care. Each step passes a tag,
     * and one line compares it with the form that is expected: it is most of what there is to compile.
     */
    private int field(byte[] bytes, int from, int to, RecordBuilder builder, ByteOutput out) {
        byte[] target = out.array();
        int put = out.size();
        int at = from;
        boolean begun = false;
        boolean spaced = true;
        TagForm form = likely;
        while (true) {
            if (spaced && at < to && bytes[at] != '<') {
                at = Scan.ink(bytes, at, to);
            }
            int tag = at;
            boolean stands = form.stands(bytes, tag, to);
            if (stands) {
                at += form.length();
            }
            if (form == subfields) {
                spaced = !stands;
                if (!stands) {
                    form = dataFieldEnds;
                    continue;
                }
                int code = form.code(bytes, tag);
                if (code < 0) {
                    break;
                }
                target[put++] = 0x1F;
                target[put++] = (byte) code;
                form = subfieldEnds;
            } else if (form == subfieldEnds && stands) {
                spaced = true;
                form = subfields;
                continue;
            } else if (form == dataFields && stands) {
                int packed = form.tag(bytes, tag);
                int indicators = form.indicators(bytes, tag);
                if ((packed | indicators) < 0) {
                    break;
                }
                likely = form;
                builder.beginField(packed);
                begun = true;
                target[put++] = (byte) (indicators >> 8);
                target[put++] = (byte) indicators;
                form = subfields;
                continue;
            } else if (form == controlFields && stands) {
                int packed = form.tag(bytes, tag);
                if (packed < 0) {
                    break;
                }
                likely = form;
                builder.beginField(packed);
                begun = true;
                spaced = false;
                form = controlFieldEnds;
            } else if (stands) {
                out.claimed(put);
                builder.endField();
                return at;
            } else if (!begun && form == likely) {
                form = form == dataFields ? controlFields : dataFields;
                continue;
            } else {
                break;
            }
            while (to - at >= Long.BYTES) {
                long eight = Words.get(bytes, at);
                long special = Scan.special(eight);
                Words.put(target, put, eight);
                int count = special == 0 ? Long.BYTES : Words.first(special);
                at += count;
                put += count;
                if (count < Long.BYTES) {
                    if (bytes[at] == '<') {
                        break;
                    }
                    put = characters(bytes, at, to, target, put);
                    at = behind;
                }
            }
        }
        if (begun) {
            builder.dropField();
        }
        return -1;
    }

    /**
     * Copies characters that are not ASCII, a reference to one that is, or white space. Where something needs care, no more is
     * copied, and what is read ends there.
     *
     * @return behind the last one in the target
     */
    private int characters(byte[] bytes, int from, int to, byte[] target, int put) {
        int at = from;
        int end = put;
        if (bytes[at] == '\n' || bytes[at] == '\t') {
            target[end++] = bytes[at++];
        } else if (bytes[at] == '&') {
            Reference reference = Reference.at(bytes, at, to);
            if (reference.isAllowed() && reference.character() < 0x80) {
                target[end++] = (byte) reference.character();
                at = reference.end();
            }
        } else {
            while (at < to && bytes[at] < 0) {
                int length = Utf8.length(bytes, at, to);
                if (length == 0 || Scan.isForbidden(bytes, at, length)) {
                    break;
                }
                for (int limit = at + length; at < limit; at++) {
                    target[end++] = bytes[at];
                }
            }
        }
        behind = at == from ? to : at;
        return end;
    }
}
