// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import java.util.Arrays;

/**
 * Which entry of a directory means which part of the data, where the numbers in the directory are not to be trusted:
 * the cheapest way to walk through both, in which an entry may mean several parts (a field terminator too many), two
 * entries one part (one missing), and either may stand alone. Work is linear: only a band around the diagonal is looked
 * at, and of that only what a cheap way can pass, as long as there is one.
 */
final class Alignment {
    /** No way was found. */
    static final int IMPOSSIBLE = 1 << 28;

    private static final int NUMBER_WRONG = 100;
    private static final int NUMBER_UNKNOWN = 30;
    private static final int COUNTS_CHARACTERS = 10;
    private static final int START_WRONG = 1;
    private static final int OTHER_SHAPE = 60;
    private static final int TERMINATOR_TOO_MANY = 120;
    /** The same, where the entry does not point there: the lengths may fit by chance. */
    private static final int TERMINATOR_TOO_MANY_ELSEWHERE = 200;

    private static final int TERMINATOR_MISSING = 150;
    private static final int ALONE = 300;
    /** A part behind the last field: a directory is older than its data more often than not. */
    private static final int BEHIND_LAST = 220;

    private static final int EMPTY_ALONE = 80;
    private static final int MOST_PARTS = 4;
    private static final int NARROWEST = 12;
    private static final int WIDEST = 64;
    private static final int LARGEST = 8 << 20;
    /** Ways up to this cost are looked for first: a single fault and what follows from it. */
    private static final int FIRST_LIMIT = 256;

    private static final int NEXT_LIMIT = 4;

    /** The moves, and for {@code JOIN + k} the entry that means {@code k} parts. */
    private static final byte ENTRY_ALONE = 1;

    private static final byte PART_ALONE = 2;
    private static final byte SHARE = 3;
    private static final byte JOIN = 4;

    private final Directory directory;
    private final FieldData data;
    private final int[] order;
    private int cost;
    private int limit;
    private boolean limited;
    private int visited;

    /** First and behind the last byte of each entry's field in the array; -1 where it has none. By entry. */
    private final int[] from;

    private final int[] to;
    private final boolean[] numberWrong;
    private final boolean[] countsCharacters;
    private final boolean[] partUsed;
    private boolean uniform;
    private int joined;
    private int shared;

    private Alignment(Directory directory, FieldData data, int[] order) {
        this.directory = directory;
        this.data = data;
        this.order = order;
        from = new int[order.length];
        to = new int[order.length];
        numberWrong = new boolean[order.length];
        countsCharacters = new boolean[order.length];
        partUsed = new boolean[data.count()];
        Arrays.fill(from, -1);
        Arrays.fill(to, -1);
    }

    /**
     * Aligns in the order of the directory and, where its starts say another one, in theirs; the better one wins.
     *
     * @param most what the way may cost; one that costs more may be given up as impossible
     */
    static Alignment of(Directory directory, FieldData data, int most) {
        int n = directory.count();
        int[] asWritten = new int[n];
        boolean sorted = true;
        long[] byStart = new long[n];
        int before = 0;
        for (int i = 0; i < n; i++) {
            asWritten[i] = i;
            int start = directory.start(i) < 0 ? before : directory.start(i);
            sorted &= start >= before || before - start > Bytes.START_MODULUS / 2;
            before = start;
            byStart[i] = (long) start << 32 | i;
        }
        Alignment first = new Alignment(directory, data, asWritten).align(most);
        if (sorted || first.cost == 0) {
            return first;
        }
        Arrays.sort(byStart);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = (int) byStart[i];
        }
        Alignment second = new Alignment(directory, data, order).align(Math.min(most, first.cost - 1));
        return second.cost < first.cost ? second : first;
    }

    /** In hundredths of a certain fault; 0 where everything agrees. */
    int cost() {
        return cost;
    }

    /** How many steps it took. */
    int visited() {
        return visited;
    }

    /** Where the field of an entry begins in the array; -1 where the entry has no data. */
    int from(int entry) {
        return from[entry];
    }

    /** Where the content of an entry's field ends in the array. */
    int to(int entry) {
        return to[entry];
    }

    /** Whether the length in the entry is neither that of the field in bytes nor in characters. */
    boolean numberWrong(int entry) {
        return numberWrong[entry];
    }

    /** Whether the entry says no length. */
    boolean numberUnknown(int entry) {
        return unknown(entry, to[entry] - from[entry] + 1);
    }

    boolean countsCharacters(int entry) {
        return countsCharacters[entry];
    }

    boolean partUsed(int part) {
        return partUsed[part];
    }

    /** Whether each entry means the part at its place, and their lengths agree, all err alike, or are not there. */
    boolean uniform() {
        return uniform;
    }

    /** How many entries mean more than one part. */
    int joined() {
        return joined;
    }

    /** How many parts are meant by two entries. */
    int shared() {
        return shared;
    }

    /** The entries in the order of the data. */
    int[] order() {
        return order;
    }

    private Alignment align(int most) {
        int n = order.length;
        int m = data.count();
        visited = n;
        if (n == m && (oneToOne() || withoutLengths())) {
            return this;
        }
        if (atLeast(n, m) > most) {
            cost = IMPOSSIBLE;
            return this;
        }
        int band = Math.min(WIDEST, Math.max(NARROWEST, Math.abs(n - m) + 4));
        int width = 2 * band + 1;
        if (Math.abs(n - m) > band || (long) (n + 1) * width > LARGEST) {
            cost = IMPOSSIBLE;
            return this;
        }
        byte[] moves = new byte[(n + 1) * width];
        limit = Math.min(most, Math.max(FIRST_LIMIT, atLeast(n, m)));
        cost = walk(n, m, band, moves);
        while (cost >= IMPOSSIBLE && limited && limit < most) {
            limit = (int) Math.min(most, (long) limit * NEXT_LIMIT);
            cost = walk(n, m, band, moves);
        }
        if (cost < IMPOSSIBLE) {
            follow(n, m, band, moves);
            pairLeftovers();
        }
        return this;
    }

    /** What it costs at least that there are more entries than parts, or more parts than entries. */
    static int atLeast(int n, int m) {
        return n > m
                ? (n - m) * TERMINATOR_MISSING
                : (m - n) * Math.min(EMPTY_ALONE, TERMINATOR_TOO_MANY / (MOST_PARTS - 1));
    }

    /** Whether every entry means the part at its place: its length agrees, or all are one too short or too long. */
    private boolean oneToOne() {
        int surplus = order.length == 0 ? 0 : directory.length(order[0]) - data.length(0);
        if (Math.abs(surplus) > 1) {
            return false;
        }
        for (int i = 0; i < order.length; i++) {
            if (directory.length(order[i]) - data.length(i) != surplus) {
                return false;
            }
        }
        uniform = true;
        cost = surplus == 0 ? 0 : NUMBER_WRONG;
        for (int i = 0; i < order.length; i++) {
            take(i, data.start(i), data.end(i), i, i + 1);
            cost += startCost(order[i], data.start(i));
        }
        return true;
    }

    /** Whether no entry says a length, and every part looks like the field of the entry at its place. */
    private boolean withoutLengths() {
        int sum = NUMBER_UNKNOWN;
        for (int i = 0; i < order.length; i++) {
            int entry = order[i];
            int own = matchCost(entry, i) - NUMBER_UNKNOWN;
            if (directory.length(entry) > 0 || own < 0 || own >= OTHER_SHAPE) {
                return false;
            }
            sum += own;
        }
        uniform = true;
        cost = sum;
        for (int i = 0; i < order.length; i++) {
            take(i, data.start(i), data.end(i), i, i + 1);
        }
        return true;
    }

    /**
     * The cost of the cheapest way, if there is one that costs no more than the limit. A place that costs more is left
     * out, since costs only grow; what is found is the same as if it were not.
     */
    private int walk(int n, int m, int band, byte[] moves) {
        limited = false;
        int width = 2 * band + 1;
        // Three rows are enough: no move passes more than two entries.
        Row here = new Row(width);
        Row one = new Row(width);
        Row two = new Row(width);
        here.put(band, 0);
        for (int i = 0; i < n; i++) {
            // The last place moves on while parts are passed.
            for (int k = here.first; k <= here.last; k++) {
                int j = i + k - band;
                int sum = here.sums[k];
                if (sum >= IMPOSSIBLE || j < 0 || j > m) {
                    continue;
                }
                visited++;
                // A cell (i + 1, j + p) stands at k + p - 1 of the next row.
                if (j < m) {
                    relax(here, moves, i * width, k + 1, sum + partAlone(j), PART_ALONE);
                    relax(one, moves, (i + 1) * width, k, sum + matchCost(order[i], j), (byte) (JOIN + 1));
                    if (sum + TERMINATOR_TOO_MANY <= limit) {
                        join(i, j, k, sum, one, moves, (i + 1) * width);
                    }
                }
                relax(one, moves, (i + 1) * width, k - 1, sum + ALONE, ENTRY_ALONE);
                if (i + 1 < n && j < m && sum + TERMINATOR_MISSING <= limit) {
                    relax(two, moves, (i + 2) * width, k - 1, sum + shareCost(order[i], order[i + 1], j), SHARE);
                }
            }
            Row done = here;
            done.clear();
            here = one;
            one = two;
            two = done;
        }
        for (int k = here.first; k <= here.last; k++) {
            int j = n + k - band;
            if (here.sums[k] < IMPOSSIBLE && j >= 0 && j < m) {
                visited++;
                int alone = Math.min(BEHIND_LAST, partAlone(j));
                relax(here, moves, n * width, k + 1, here.sums[k] + alone, PART_ALONE);
            }
        }
        return here.sums[m - n + band];
    }

    /** The costs to come to each place of one entry's band; of most places there is none, and they are not looked at. */
    private static final class Row {
        private final int[] sums;
        private int first;
        private int last = -1;

        Row(int width) {
            sums = new int[width];
            Arrays.fill(sums, IMPOSSIBLE);
            first = width;
        }

        void put(int k, int sum) {
            sums[k] = sum;
            first = Math.min(first, k);
            last = Math.max(last, k);
        }

        void clear() {
            if (last >= 0) {
                Arrays.fill(sums, first, last + 1, IMPOSSIBLE);
            }
            first = sums.length;
            last = -1;
        }
    }

    private void relax(Row row, byte[] moves, int moveRow, int k, int sum, byte move) {
        if (sum > limit) {
            limited |= sum < IMPOSSIBLE;
        } else if (k >= 0 && k < row.sums.length && sum < row.sums[k]) {
            row.put(k, sum);
            moves[moveRow + k] = move;
        }
    }

    private void follow(int n, int m, int band, byte[] moves) {
        int width = 2 * band + 1;
        int i = n;
        int j = m;
        while (i > 0 || j > 0) {
            byte move = moves[i * width + j - i + band];
            if (move == PART_ALONE) {
                j--;
            } else if (move == ENTRY_ALONE) {
                i--;
            } else if (move == SHARE) {
                i -= 2;
                j--;
                share(i, j);
            } else {
                int parts = move - JOIN;
                i--;
                j -= parts;
                take(i, data.start(j), data.end(j + parts - 1), j, j + parts);
                if (parts > 1) {
                    joined++;
                }
            }
        }
    }

    private void take(int i, int start, int end, int firstPart, int behindLastPart) {
        int entry = order[i];
        from[entry] = start;
        to[entry] = end;
        for (int part = firstPart; part < behindLastPart; part++) {
            partUsed[part] = true;
        }
        int length = directory.length(entry);
        boolean one = behindLastPart - firstPart == 1;
        countsCharacters[entry] = one && length != end - start + 1 && length == data.characters(firstPart);
        numberWrong[entry] =
                one && length != end - start + 1 && !countsCharacters[entry] && !unknown(entry, end - start + 1);
    }

    /** Two fields in one part: the second begins where the first one's entry says. */
    private void share(int i, int part) {
        int first = order[i];
        int second = order[i + 1];
        int middle = data.start(part) + directory.length(first);
        from[first] = data.start(part);
        if (directory.length(first) + directory.length(second) != data.length(part)) {
            // The terminator that the length counts is not there.
            middle--;
            to[first] = middle;
        } else {
            to[first] = data.standsForTerminator(middle - 1) ? middle - 1 : middle;
        }
        from[second] = middle;
        to[second] = data.end(part);
        partUsed[part] = true;
        shared++;
    }

    /** An entry and a part that stand alone belong together where the length says so. */
    private void pairLeftovers() {
        for (int i = 0; i < order.length; i++) {
            int entry = order[i];
            if (from[entry] >= 0 || directory.length(entry) <= 0) {
                continue;
            }
            for (int part = Math.max(0, i - WIDEST); part < Math.min(data.count(), i + WIDEST); part++) {
                if (!partUsed[part]
                        && data.length(part) == directory.length(entry)
                        && data.looksLikeDataField(part) != directory.control(entry)) {
                    take(i, data.start(part), data.end(part), part, part + 1);
                    break;
                }
            }
        }
    }

    private int partAlone(int part) {
        boolean little = data.length(part) <= 1
                || part == data.count() - 1 && !data.lastTerminated() && data.length(part) <= MOST_PARTS;
        return little ? EMPTY_ALONE : ALONE;
    }

    /** A length of 0 stands for one that was not known, 9999 for one that was too large to write. */
    private boolean unknown(int entry, int length) {
        int written = directory.length(entry);
        return written < 0
                || written == 0 && directory.start(entry) <= 0
                || written == Bytes.LARGEST_FIELD && length >= Bytes.LARGEST_FIELD;
    }

    private int matchCost(int entry, int part) {
        int written = directory.length(entry);
        int length = data.length(part);
        int sum = startCost(entry, data.start(part));
        if (written != length) {
            sum += unknown(entry, length)
                    ? NUMBER_UNKNOWN
                    : written < length && written == data.characters(part) ? COUNTS_CHARACTERS : NUMBER_WRONG;
        }
        if (!directory.hit(entry)) {
            boolean other = directory.control(entry) ? data.looksLikeDataField(part) : !data.hasDelimiter(part);
            sum += other ? OTHER_SHAPE : 0;
        }
        return sum;
    }

    private int startCost(int entry, int position) {
        int start = directory.start(entry);
        int difference = position - data.from() - start;
        return start < 0 || difference == 0 || difference % Bytes.START_MODULUS == 0 ? 0 : START_WRONG;
    }

    /** Tries the parts from {@code j} on, two and more of them, as the field of one entry. */
    private void join(int i, int j, int k, int sum, Row row, byte[] moves, int moveRow) {
        int written = directory.length(order[i]);
        int bytes = data.length(j);
        for (int parts = 2; parts <= Math.min(MOST_PARTS, data.count() - j); parts++) {
            bytes += data.length(j + parts - 1);
            if (written == bytes || written == bytes - parts + 1 || countsCharacters(written, j, parts, bytes)) {
                boolean pointsThere = startCost(order[i], data.start(j)) == 0;
                int step = pointsThere ? TERMINATOR_TOO_MANY : TERMINATOR_TOO_MANY_ELSEWHERE;
                relax(row, moves, moveRow, k + parts - 1, sum + step, (byte) (JOIN + parts));
            }
        }
    }

    /** Whether the parts have so many bytes where they are within the length, and characters where they are beyond. */
    private boolean countsCharacters(int written, int first, int parts, int bytes) {
        if (written >= bytes || written < parts || written == data.length(first)) {
            return false;
        }
        int sum = 0;
        int characters = 0;
        for (int part = first; part < first + parts && characters <= written; part++) {
            sum += data.length(part);
            characters += written < sum ? data.characters(part) : data.length(part);
        }
        return characters == written;
    }

    private int shareCost(int first, int second, int part) {
        int one = directory.length(first);
        int two = directory.length(second);
        int length = data.length(part);
        if (one <= 0 || two <= 0 || one + two != length && one + two != length + 1) {
            return IMPOSSIBLE;
        }
        int middle = data.start(part) + one - (one + two == length ? 0 : 1);
        // Where the second field would not begin like one, the sum fits by chance.
        return directory.control(second) == data.looksLikeDataField(middle, data.end(part))
                ? IMPOSSIBLE
                : TERMINATOR_MISSING + startCost(first, data.start(part));
    }
}
