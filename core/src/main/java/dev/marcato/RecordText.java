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
    /** So many marks are no chance any more. */
    private static final int CERTAIN = 3;

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
        if (record.ascii && record.flavor() == Flavor.UNIMARC) {
            return told(claimed);
        }
        FieldCount count = new FieldCount(record);
        return record.flavor() == Flavor.MARC21 ? marc21(claimed, count) : unimarc(record, claimed, count);
    }

    private static RecordText marc21(Encoding claimed, FieldCount count) {
        boolean certain = count.utf8Characters >= CERTAIN || count.marks >= CERTAIN;
        if (claimed == Encoding.UTF_8) {
            if (count.utf8Fields == 0 && count.marc8Fields > 0 && count.otherFields == 0 && count.marks > 1) {
                return new RecordText(Encoding.MARC_8, claimed, null, certain);
            }
            boolean mixed = count.utf8Fields > 0 && count.marc8Fields > 0;
            return new RecordText(
                    claimed, claimed, mixed ? count.encodings(Kind.MARC_8, Encoding.MARC_8) : null, certain);
        }
        if (count.utf8Fields == 0) {
            return new RecordText(claimed, claimed, null, true);
        }
        if (count.marc8Fields + count.otherFields == 0) {
            return new RecordText(Encoding.UTF_8, claimed, null, certain);
        }
        return new RecordText(claimed, claimed, count.encodings(Kind.UTF_8, Encoding.UTF_8), certain);
    }

    private static RecordText unimarc(MarcRecord record, Encoding claimed, FieldCount count) {
        boolean other = count.marc8Fields + count.otherFields > 0;
        if (count.utf8Fields > 0 && !other) {
            return new RecordText(Encoding.UTF_8, claimed, null, count.utf8Characters >= CERTAIN);
        }
        boolean believed = claimed == Encoding.UTF_8 || agrees(record, claimed.codec());
        return new RecordText(believed ? claimed : Encoding.UNKNOWN, claimed, null, true);
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

    /** What the bytes of a field are, by themselves. */
    private enum Kind {
        PLAIN,
        UTF_8,
        MARC_8,
        OTHER
    }

    private static final class FieldCount {
        private final Encoding claimed;
        private final Kind[] kinds;
        private int utf8Fields;
        private int utf8Characters;
        private int marc8Fields;
        private int otherFields;
        private int marks;

        FieldCount(MarcRecord record) {
            claimed = RecordEvidence.claimed(record);
            kinds = new Kind[record.size()];
            for (int field = 0; field < kinds.length; field++) {
                int from = record.index[3 * field + 1];
                kinds[field] = look(record.data, from, from + record.index[3 * field + 2]);
            }
        }

        private Kind look(byte[] data, int from, int to) {
            int special = Ascii.firstSpecial(data, from, to);
            if (special == to) {
                return Kind.PLAIN;
            }
            int escape = special;
            int characters = 0;
            boolean valid = true;
            for (int at = special; at < to; ) {
                int length = data[at] >= 0 ? 1 : TextCodec.UTF_8.characterLength(data, at, to);
                valid &= data[at] >= 0 || length > 1;
                characters += length > 1 ? 1 : 0;
                at += length;
            }
            while (escape < to && data[escape] != Ascii.ESCAPE) {
                escape++;
            }
            if (characters > 0 && (valid || claimed == Encoding.UTF_8) && escape == to) {
                utf8Fields++;
                utf8Characters += characters;
                return Kind.UTF_8;
            }
            int weight = TextCodec.MARC_8.firstUndecodable(data, special, to) >= 0
                    ? Marc8Evidence.NONE
                    : Marc8Evidence.weigh(data, special, to);
            if (weight > 0) {
                marc8Fields++;
                marks += weight;
                return Kind.MARC_8;
            }
            otherFields++;
            return Kind.OTHER;
        }

        /** The claimed encoding for all fields but those of a kind. */
        Encoding[] encodings(Kind kind, Encoding exception) {
            Encoding[] encodings = new Encoding[kinds.length];
            for (int field = 0; field < kinds.length; field++) {
                encodings[field] = kinds[field] == kind ? exception : claimed;
            }
            return encodings;
        }
    }
}
