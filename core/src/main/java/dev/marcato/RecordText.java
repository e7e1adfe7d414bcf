// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.internal.charset.Ascii;
import dev.marcato.internal.charset.Marc8Evidence;
import dev.marcato.internal.charset.TextCodec;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a record is encoded in, by evidence: one encoding, and fields that are exceptions. What the record says of
 * itself is believed where its bytes agree. Immutable.
 */
final class RecordText {
    /** So many letters with marks that they carry are hardly a chance. */
    private static final int ENOUGH = 3;

    private final Encoding encoding;
    private final Encoding claimed;
    private final Encoding @Nullable [] exceptions;
    private final boolean certain;

    private RecordText(Encoding encoding, Encoding claimed, Encoding @Nullable [] exceptions, boolean certain) {
        this.encoding = encoding;
        this.claimed = claimed;
        this.exceptions = exceptions;
        this.certain = certain;
    }

    /** The text of a record of which somebody knows the encoding. */
    static RecordText told(Encoding encoding) {
        return new RecordText(encoding, encoding, null, true);
    }

    /** What most of the text is in. */
    Encoding encoding() {
        return encoding;
    }

    /** What a field is in. */
    Encoding encoding(int field) {
        return exceptions == null ? encoding : exceptions[field];
    }

    boolean isUniform() {
        return exceptions == null;
    }

    /** How many fields are in an encoding that is not the record's. */
    int exceptions() {
        int count = 0;
        for (int field = 0; exceptions != null && field < exceptions.length; field++) {
            count += exceptions[field] == encoding ? 0 : 1;
        }
        return count;
    }

    /** Whether it is in what it says, all of it. */
    boolean isAsClaimed() {
        return encoding == claimed && exceptions == null;
    }

    /** How sure that is: {@code certain} or {@code likely}. */
    String confidence() {
        return certain ? "certain" : "likely";
    }

    /** Looks at all fields. */
    static RecordText of(MarcRecord record) {
        Encoding claimed = RecordEvidence.claimed(record);
        return record.flavor() == Flavor.UNIMARC
                ? unimarc(record, claimed)
                : marc21(claimed, new FieldCount(record, claimed));
    }

    private static RecordText marc21(Encoding claimed, FieldCount count) {
        Encoding other = claimed == Encoding.UTF_8 ? Encoding.MARC_8 : Encoding.UTF_8;
        if (count.contradicting == 0) {
            return new RecordText(claimed, claimed, null, true);
        }
        if (count.contradicting == count.special) {
            return new RecordText(other, claimed, null, count.certain());
        }
        return new RecordText(claimed, claimed, count.encodings(other), count.certain());
    }

    private static RecordText unimarc(MarcRecord record, Encoding claimed) {
        if (claimed != Encoding.UTF_8 && isMultibyteUtf8(record)) {
            return new RecordText(Encoding.UTF_8, claimed, null, true);
        }
        boolean believed = claimed == Encoding.UTF_8 || agrees(record, claimed.codec());
        return new RecordText(believed ? claimed : Encoding.UNKNOWN, claimed, null, true);
    }

    /** Whether there is text outside ASCII, and all of it is right UTF-8. */
    private static boolean isMultibyteUtf8(MarcRecord record) {
        for (int i = 0; i < record.index.length; i += 3) {
            int from = record.index[i + 1];
            if (TextCodec.UTF_8.firstUndecodable(record.data, from, from + record.index[i + 2]) >= 0) {
                return false;
            }
        }
        return !record.ascii;
    }

    private static boolean agrees(MarcRecord record, TextCodec codec) {
        for (int i = 0; i < record.index.length; i += 3) {
            int from = record.index[i + 1];
            int to = from + record.index[i + 2];
            if (!Ascii.isPlain(record.data, from, to) && codec.firstUndecodable(record.data, from, to) >= 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * What speaks against the claim, field by field: a field is judged by its own bytes alone, so that it is read the same
     * whatever becomes of the others.
     */
    private static final class FieldCount {
        private final Encoding claimed;
        private final boolean[] contradicts;
        /** Fields that are not plain ASCII. */
        private int special;

        private int contradicting;
        private int weight;

        FieldCount(MarcRecord record, Encoding claimed) {
            this.claimed = claimed;
            contradicts = new boolean[record.size()];
            for (int field = 0; field < contradicts.length; field++) {
                int from = record.index[3 * field + 1];
                int to = from + record.index[3 * field + 2];
                int at = Ascii.firstSpecial(record.data, from, to);
                if (at < to) {
                    special++;
                    int against = claimed == Encoding.UTF_8 ? marc8(record.data, at, to) : utf8(record.data, at, to);
                    contradicts[field] = against > 0;
                    contradicting += against > 0 ? 1 : 0;
                    weight += against;
                }
            }
        }

        boolean certain() {
            return weight >= 2 * ENOUGH;
        }

        /** How many characters of several bytes there are, if all is UTF-8: in MARC-8 that does not come about by chance. */
        private static int utf8(byte[] data, int from, int to) {
            int characters = 0;
            for (int at = from; at < to; ) {
                int length = data[at] >= 0 ? 1 : TextCodec.UTF_8.characterLength(data, at, to);
                if (data[at] == Ascii.ESCAPE || data[at] < 0 && length == 1) {
                    return 0;
                }
                characters += length > 1 ? 1 : 0;
                at += length;
            }
            return characters;
        }

        /** How many marks there are, if all can be MARC-8, nothing is UTF-8, and they are enough. */
        private static int marc8(byte[] data, int from, int to) {
            for (int at = from; at < to; at++) {
                if (data[at] < 0 && TextCodec.UTF_8.characterLength(data, at, to) > 1) {
                    return 0;
                }
            }
            int marks = Marc8Evidence.weigh(data, from, to);
            return marks >= ENOUGH && TextCodec.MARC_8.firstUndecodable(data, from, to) < 0 ? marks : 0;
        }

        /** The claimed encoding, but for fields that speak against it. */
        Encoding[] encodings(Encoding other) {
            Encoding[] encodings = new Encoding[contradicts.length];
            for (int field = 0; field < encodings.length; field++) {
                encodings[field] = contradicts[field] ? other : claimed;
            }
            return encodings;
        }
    }
}
