// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.internal.charset.Ascii;
import dev.marcato.internal.iso2709.RecordLayout;
import java.util.Arrays;

/**
 * Whether two records say the same. The order of fields that counts is that of the data, and only among fields of the
 * same tag: a directory may list its entries in any order.
 */
final class RecordEquality {
    private RecordEquality() {}

    static boolean equal(MarcRecord left, MarcRecord right) {
        if (left.index.length != right.index.length
                || left.indicatorCount() != right.indicatorCount()
                || left.subfieldCodeCount() != right.subfieldCodeCount()
                || !sameLeader(left, right)) {
            return false;
        }
        int[] leftOrder = order(left.index);
        int[] rightOrder = order(right.index);
        boolean plain = true;
        for (int n = 0; n < leftOrder.length; n++) {
            int l = leftOrder[n];
            int r = rightOrder[n];
            int start = left.index[l + 1];
            int length = left.index[l + 2];
            if (left.index[l] != right.index[r]
                    || length != right.index[r + 2]
                    || !Bytes.equal(left.data, start, right.data, right.index[r + 1], length)) {
                return false;
            }
            plain = plain && Ascii.isPlain(left.data, start, start + length);
        }
        return plain || left.encoding() == right.encoding();
    }

    static int hash(MarcRecord record) {
        int hash = 0;
        for (int i = 5; i < 20; i++) {
            if (!LeaderPosition.isStructural(i)) {
                hash = 31 * hash + record.data[record.offset + i];
            }
        }
        // A sum, since the order of different tags does not count.
        for (int i = 0; i < record.index.length; i += 3) {
            int field = Bytes.hash(record.data, record.index[i + 1], record.index[i + 1] + record.index[i + 2]);
            hash += (31 * record.index[i] + field) * 0x9E3779B1;
        }
        return hash;
    }

    private static boolean sameLeader(MarcRecord left, MarcRecord right) {
        byte[] one = new byte[Leader.LENGTH];
        byte[] other = new byte[Leader.LENGTH];
        RecordLayout.leader(left, one, 0);
        RecordLayout.leader(right, other, 0);
        return Arrays.equals(one, other);
    }

    /** Places in the index, by tag and then by where the field stands in the data. */
    private static int[] order(int[] index) {
        int count = index.length / 3;
        long[] byStart = new long[count];
        for (int n = 0; n < count; n++) {
            byStart[n] = (long) index[3 * n + 1] << 32 | n;
        }
        Arrays.sort(byStart);
        long[] byTag = new long[count];
        for (int rank = 0; rank < count; rank++) {
            byTag[rank] = (long) index[3 * (int) byStart[rank]] << 32 | rank;
        }
        Arrays.sort(byTag);
        int[] order = new int[count];
        for (int n = 0; n < count; n++) {
            order[n] = 3 * (int) byStart[(int) byTag[n]];
        }
        return order;
    }
}
