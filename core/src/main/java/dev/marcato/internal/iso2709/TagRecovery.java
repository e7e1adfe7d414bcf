// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.ENTRY_LENGTH;
import static dev.marcato.internal.iso2709.Bytes.START_MODULUS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tags of a directory in which an entry lost or gained a byte. The data say what the numbers of each entry should
 * be; every way to lose or gain one byte, in that entry or in its neighbours, that gives just these numbers is a way it
 * may have happened. Where the ways give different tags the tag is unreadable: a field is rejected rather than named by
 * chance.
 */
final class TagRecovery {
    static final int UNREADABLE = -1;

    private static final byte ANY = 0;

    private final byte[] b;
    private final Directory directory;
    private final Alignment alignment;
    private final int dataStart;

    TagRecovery(byte[] b, Directory directory, Alignment alignment, int dataStart) {
        this.b = b;
        this.directory = directory;
        this.alignment = alignment;
        this.dataStart = dataStart;
    }

    /** The tag of each entry, or {@link #UNREADABLE}; so too where the entry has no data. */
    int[] tags() {
        int n = directory.count();
        int[] tags = new int[n];
        for (int i = 0; i < n; i++) {
            tags[i] = hasData(i) ? directory.plainTag(i) : UNREADABLE;
        }
        for (int i = 0; i < n; i++) {
            if (directory.hit(i)
                    || i > 0 && directory.position(i - 1) + directory.size(i - 1) < directory.position(i)) {
                recover(i, tags);
            }
        }
        return tags;
    }

    private boolean hasData(int entry) {
        return alignment.from(entry) >= 0;
    }

    private void recover(int entry, int[] tags) {
        int first = entry > 0 && hasData(entry - 1) ? entry - 1 : entry;
        int last = entry + 1 < tags.length && hasData(entry + 1) ? entry + 1 : entry;
        int from = directory.position(first);
        byte[] bytes = Arrays.copyOfRange(b, from, directory.position(last) + directory.size(last));
        List<Set<Integer>> found = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            found.add(new TreeSet<>());
        }
        int surplus = bytes.length - ENTRY_LENGTH * found.size();
        if (surplus == 1 || surplus == -1) {
            for (int at = 0; at < bytes.length + (surplus < 0 ? 1 : 0); at++) {
                collect(surplus > 0 ? without(bytes, at) : withAny(bytes, at), first, found);
            }
        }
        if (!found.get(entry - first).isEmpty()) {
            for (int i = first; i <= last; i++) {
                tags[i] = hasData(i) ? only(found.get(i - first), i, tags) : UNREADABLE;
            }
        } else if (directory.hit(entry) && !directory.numbersVisiblyHit(entry)) {
            tags[entry] = UNREADABLE;
        }
    }

    /** The one tag that an entry may have; of several the one that fits between its neighbours, if it is the only one. */
    private static int only(Set<Integer> possible, int entry, int[] tags) {
        if (possible.size() > 1 && entry > 0 && entry + 1 < tags.length && !possible.contains(UNREADABLE)) {
            int before = tags[entry - 1];
            int after = tags[entry + 1];
            if (before >= 0 && before <= after) {
                possible.removeIf(tag -> tag < before || tag > after);
            }
        }
        return possible.size() == 1 ? possible.iterator().next() : UNREADABLE;
    }

    private static byte[] without(byte[] bytes, int at) {
        byte[] shorter = new byte[bytes.length - 1];
        System.arraycopy(bytes, 0, shorter, 0, at);
        System.arraycopy(bytes, at + 1, shorter, at, shorter.length - at);
        return shorter;
    }

    private static byte[] withAny(byte[] bytes, int at) {
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 0, at);
        longer[at] = ANY;
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        return longer;
    }

    /** Adds the tags of one way, if its numbers are those of the data. */
    private void collect(byte[] entries, int first, List<Set<Integer>> found) {
        for (int i = 0; i < found.size(); i++) {
            if (!numbersAgree(entries, ENTRY_LENGTH * i + 3, first + i)) {
                return;
            }
        }
        for (int i = 0; i < found.size(); i++) {
            int p = ENTRY_LENGTH * i;
            boolean known = entries[p] != ANY && entries[p + 1] != ANY && entries[p + 2] != ANY;
            int tag = (entries[p] & 0xFF) << 16 | (entries[p + 1] & 0xFF) << 8 | entries[p + 2] & 0xFF;
            found.get(i).add(known && !CleanRecord.holdsSeparator(tag) ? tag : UNREADABLE);
        }
    }

    private boolean numbersAgree(byte[] entries, int p, int entry) {
        int length = (alignment.to(entry) - alignment.from(entry) + 1) % (Bytes.LARGEST_FIELD + 1);
        int start = (alignment.from(entry) - dataStart) % START_MODULUS;
        return digitsAgree(entries, p, 4, length) && digitsAgree(entries, p + 4, 5, start);
    }

    private static boolean digitsAgree(byte[] entries, int p, int digits, int number) {
        int left = number;
        for (int i = p + digits - 1; i >= p; i--) {
            if (entries[i] != ANY && entries[i] != '0' + left % 10) {
                return false;
            }
            left /= 10;
        }
        return true;
    }
}
