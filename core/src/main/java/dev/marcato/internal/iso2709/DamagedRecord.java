// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.ENTRY_LENGTH;
import static dev.marcato.internal.iso2709.Bytes.FIELD_TERMINATOR;
import static dev.marcato.internal.iso2709.Bytes.LEADER_LENGTH;
import static dev.marcato.internal.iso2709.Bytes.RECORD_TERMINATOR;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best reading of one damaged record, found by evidence: where the directory ends, where the record ends and which
 * entry means which field are each tried in the ways that the bytes allow, and the cheapest way wins. Ties go to the way
 * tried first. A reading that its own evidence does not carry is no reading: the bytes are rejected, never guessed.
 */
final class DamagedRecord {
    /** Below this, a reading is so good that no other is looked for: a wrong number and what follows from it. */
    private static final int GOOD = 60;

    /** Above this, the directory is cut into entries anew. */
    private static final int DOUBTFUL = 200;

    private static final int WITHOUT_DIRECTORY_TERMINATOR = 50;
    private static final int BYTES_BEHIND = 20;
    /** A leader of another size, where leader and first entry themselves say so, and where they do not. */
    private static final int SIZE_FITS = 50;

    private static final int SIZE_DOUBTFUL = 260;
    private static final int FIRST_TAG_UNUSUAL = 100;
    /** A leader lost or gained so many bytes at most. */
    private static final int LARGEST_SHIFT = 2;

    private static final int MOST_FIELDS = 100_000;
    private static final int MOST_MISPLACED = 10_000;

    /** So dear a reading is looked for first: three faults, or one and what follows from it. */
    private static final int FIRST_CEILING = 400;

    /**
     * What a reading may cost where no record terminator is left at all, and for each byte of the directory besides. A
     * dearer one would come to entries without data, and so to a record that was cut off.
     */
    private static final int MOST_WITHOUT_END = 600;

    /** So many bytes are looked at for each byte of the record, and so many besides: then what was found must do. */
    private static final int MOST_VISITS = 40;

    private static final int MOST_VISITS_OF_SMALL_RECORD = 1 << 10;

    /** More length errors than this in a row are not single faults but another record's data. */
    private static final int LONGEST_DOUBTFUL_RUN = 2;

    private final byte[] b;
    private final int start;
    private final int next;
    private final @Nullable LeaderReading[] leaders = new LeaderReading[LARGEST_SHIFT + 1 + LARGEST_SHIFT];
    private final List<FieldData> cut = new ArrayList<>();
    /** The directory, if it is beyond doubt: then it is not looked for elsewhere. */
    private @Nullable Certain certain;

    private LeaderReading leader;
    private int leaderCost;
    /** What no reading may cost. */
    private int ceiling;

    private @Nullable Reading best;
    private long bytesVisited;

    /**
     * @param start where the record's leader begins
     * @param next behind the last byte that may belong to the record
     */
    DamagedRecord(byte[] b, int start, int next) {
        this.b = b;
        this.start = start;
        this.next = next;
        this.leader = leader(0);
    }

    /** One way to read the record, with what it costs to believe it. */
    record Reading(
            LeaderReading leader,
            Directory directory,
            FieldData data,
            Alignment alignment,
            int directoryEnd,
            boolean directoryTerminated,
            boolean terminated,
            int cost) {
        /** Behind the last byte of the record. */
        int end() {
            return data.to() + (terminated ? 1 : 0);
        }
    }

    /** The best reading, or null where none is credible. */
    @Nullable
    Reading read() {
        if (tooManyTerminators()) {
            return null;
        }
        certain = certain();
        // What is cheap is found with little search; only where nothing is cheap, dearer readings are looked for.
        ceiling = FIRST_CEILING;
        trySizes();
        if (best == null) {
            ceiling = withoutEnd() ? MOST_WITHOUT_END + directoryLength() : Alignment.IMPOSSIBLE;
            trySizes();
        }
        return best == null || !best.terminated && dataMissing(best) ? null : best;
    }

    private void trySizes() {
        for (int shift : RecordStart.SHIFTS) {
            if (certain != null && certain.shift != shift) {
                continue;
            }
            leaderCost = shift == 0 ? 0 : sizeCost(shift);
            if (leaderCost > mostWorthwhile() || shift != 0 && !RecordStart.possible(b, start, next, shift)) {
                continue;
            }
            leader = leader(shift);
            if (tryAll()) {
                break;
            }
        }
    }

    /**
     * A directory that vouches for itself: its entries follow one another, and it ends where the base address says.
     *
     * @param shift by how much the leader before it is longer than usual
     * @param end where its terminator stands
     * @param whole whether no entry lost or gained a byte
     */
    private record Certain(int shift, int end, boolean whole) {}

    private @Nullable Certain certain() {
        for (int shift : RecordStart.SHIFTS) {
            if (shift == 0 || RecordStart.fitsBetter(b, start, next, shift)) {
                Certain found = certain(shift);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable Certain certain(int shift) {
        int first = start + LEADER_LENGTH + shift;
        int base = leader(shift).baseAddress();
        for (int difference : RecordStart.SHIFTS) {
            int end = start + base - 1 + difference;
            if (base > 0 && end > first && end < next && b[end] == FIELD_TERMINATOR) {
                SoundEntries sound = new SoundEntries(new EntryReader(b, next - end), first, end);
                if (sound.all()) {
                    return new Certain(shift, end, true);
                }
                if (shift == 0 && sound.allButOne()) {
                    return new Certain(0, end, sound.allBut(1));
                }
            }
        }
        return null;
    }

    private LeaderReading leader(int shift) {
        int slot = LARGEST_SHIFT + shift;
        LeaderReading read = leaders[slot];
        if (read == null) {
            read = LeaderReading.of(b, start, next, LEADER_LENGTH + shift);
            leaders[slot] = read;
        }
        return read;
    }

    /** Whether no record terminator is left behind a field, and the data do not hold all fields of the directory either. */
    private boolean withoutEnd() {
        if (certain != null) {
            int entries = (certain.end - start - LEADER_LENGTH - certain.shift) / ENTRY_LENGTH;
            if (data(certain.end + 1, next).count() >= entries) {
                return false;
            }
        }
        leader = leader(0);
        Places ends = ends();
        return ends.count() == 1 && ends.get(0) == next;
    }

    private int directoryLength() {
        int terminator = Bytes.indexOf(b, FIELD_TERMINATOR, start + LEADER_LENGTH, next);
        return Math.max(0, terminator - start - LEADER_LENGTH);
    }

    /** No record has so many fields or so many misplaced terminators; what has, would cost memory without end. */
    private boolean tooManyTerminators() {
        if (next - start <= MOST_MISPLACED) {
            return false;
        }
        int fields = 0;
        int records = 0;
        for (int i = start; i < next; i++) {
            fields += b[i] == FIELD_TERMINATOR ? 1 : 0;
            records += b[i] == RECORD_TERMINATOR ? 1 : 0;
        }
        bytesVisited += next - start;
        return fields > MOST_FIELDS || records > MOST_MISPLACED;
    }

    private int sizeCost(int shift) {
        if (RecordStart.fitsBetter(b, start, next, shift)) {
            return SIZE_FITS;
        }
        // A byte lost from the first entry looks the same; then its tag is mutilated.
        int entry = start + LEADER_LENGTH + shift;
        boolean usual = entry + 3 <= next && b[entry] == '0' && b[entry + 1] == '0' && b[entry + 2] == '1';
        return usual ? SIZE_DOUBTFUL : SIZE_DOUBTFUL + FIRST_TAG_UNUSUAL;
    }

    /** Tries every end of directory and record; true as soon as a reading is good enough. */
    private boolean tryAll() {
        Places dataStarts = dataStarts();
        Places ends = ends();
        for (int i = 0; i < ends.count(); i++) {
            for (int j = 0; j < dataStarts.count(); j++) {
                attempt(dataStarts.get(j), ends.get(i));
                if (best != null && best.cost <= GOOD) {
                    return true;
                }
            }
        }
        return false;
    }

    private long mostVisits() {
        return (long) MOST_VISITS * (next - start) + MOST_VISITS_OF_SMALL_RECORD;
    }

    /** How many bytes were looked at: a small multiple of the record's, however many ways to read it there are. */
    long bytesVisited() {
        long visited = bytesVisited;
        for (FieldData data : cut) {
            visited += data.visited();
        }
        return visited;
    }

    /** Where the directory may end and the data begin: at its terminator, at the base address, where the entries cease. */
    private Places dataStarts() {
        Places starts = new Places();
        if (certain != null) {
            starts.add(certain.end + 1);
            return starts;
        }
        int directory = start + leader.size();
        int terminator = Bytes.indexOf(b, FIELD_TERMINATOR, directory, next);
        if (terminator >= 0) {
            starts.add(terminator + 1);
        }
        if (leader.baseAddress() > 0 && start + leader.baseAddress() <= next) {
            starts.add(Math.max(directory, start + leader.baseAddress()));
        }
        int p = directory;
        while (RecordStart.looksLikeEntry(b, p, next)) {
            p += ENTRY_LENGTH;
        }
        if (p < next) {
            starts.add(b[p] == FIELD_TERMINATOR ? p + 1 : p);
            starts.add(p + 1);
        }
        if (terminator >= 0) {
            int second = Bytes.indexOf(b, FIELD_TERMINATOR, terminator + 1, next);
            if (second >= 0) {
                starts.add(second + 1);
            }
        }
        bytesVisited += p - directory;
        return starts;
    }

    /** Where the data may end: at the last record terminator, at the first one behind a field, where the leader says. */
    private Places ends() {
        Places ends = new Places();
        ends.add(b[next - 1] == RECORD_TERMINATOR ? next - 1 : next);
        int end = Bytes.indexOf(b, RECORD_TERMINATOR, start + LEADER_LENGTH, next);
        while (end >= 0 && b[end - 1] != FIELD_TERMINATOR) {
            end = Bytes.indexOf(b, RECORD_TERMINATOR, end + 1, next);
        }
        if (end >= 0) {
            ends.add(end);
        }
        int claimed = start + leader.recordLength() - 1;
        if (leader.recordLength() > 0 && claimed < next && b[claimed] == RECORD_TERMINATOR) {
            ends.add(claimed);
        }
        bytesVisited += next - start;
        return ends;
    }

    private void attempt(int dataStart, int end) {
        int first = start + leader.size();
        if (dataStart > end || dataStart <= first) {
            return;
        }
        boolean terminated = b[dataStart - 1] == FIELD_TERMINATOR;
        if (!terminated && dataStart < end && b[dataStart] == FIELD_TERMINATOR) {
            // The terminator that should stand before the data is here.
            return;
        }
        int cost = leaderCost + (terminated ? 0 : WITHOUT_DIRECTORY_TERMINATOR) + (end + 1 < next ? BYTES_BEHIND : 0);
        if (cost > mostWorthwhile() || bytesVisited() > mostVisits()) {
            return;
        }
        // Where the terminator was replaced by another byte, that byte stands behind the last whole entry.
        boolean replaced = !terminated && (dataStart - 1 - first) % ENTRY_LENGTH == 0;
        int directoryEnd = terminated || replaced ? dataStart - 1 : dataStart;
        FieldData data = data(dataStart, end);
        for (Directory directory : Directory.onGrid(b, first, directoryEnd, end - dataStart)) {
            consider(directory, data, directoryEnd, terminated, cost);
            if (best != null && best.cost <= GOOD) {
                return;
            }
        }
        if ((certain == null || !certain.whole)
                && (best == null || best.cost > DOUBTFUL)
                && Directory.searchedCouldFit(directoryEnd - first, data.count(), mostWorthwhile() - cost)) {
            Directory searched = Directory.searched(b, first, directoryEnd, end - dataStart, mostWorthwhile() - cost);
            bytesVisited += searched == null ? 0 : searched.visited();
            consider(searched, data, directoryEnd, terminated, cost);
        }
    }

    /** The data between two positions; different ways to read the record come to the same ones. */
    private FieldData data(int from, int to) {
        for (FieldData data : cut) {
            if (data.from() == from && data.to() == to) {
                return data;
            }
        }
        FieldData data = new FieldData(b, from, to);
        cut.add(data);
        return data;
    }

    /** What a reading may cost to be better than the best one so far: only then it is looked at further. */
    private int mostWorthwhile() {
        return (best == null ? ceiling : best.cost) - 1;
    }

    private void consider(
            @Nullable Directory directory, FieldData data, int directoryEnd, boolean terminated, int costSoFar) {
        if (directory == null || directory.count() == 0 && data.count() > 0) {
            return;
        }
        int cost = costSoFar + directory.cost();
        if (cost > mostWorthwhile()) {
            return;
        }
        Alignment alignment = Alignment.of(directory, data, mostWorthwhile() - cost);
        bytesVisited += alignment.visited();
        if (alignment.cost() >= Alignment.IMPOSSIBLE) {
            return;
        }
        cost += alignment.cost();
        int end = data.to();
        boolean recordTerminated = end < next && b[end] == RECORD_TERMINATOR;
        if ((best == null || cost < best.cost)
                && evidence(directory, data, alignment, recordTerminated)
                && (certain != null || leader.size() == LEADER_LENGTH || startsAgree(directory, data, alignment))) {
            best = new Reading(leader, directory, data, alignment, directoryEnd, terminated, recordTerminated, cost);
        }
    }

    /** Whether the directory promises more than there is, where the record has no end of its own. */
    private static boolean dataMissing(Reading reading) {
        if (!reading.directoryTerminated) {
            return true;
        }
        Alignment alignment = reading.alignment;
        for (int entry : alignment.order()) {
            if (alignment.from(entry) < 0) {
                return true;
            }
        }
        FieldData data = reading.data;
        if (data.lastTerminated() || alignment.order().length == 0) {
            return false;
        }
        int last = alignment.order()[alignment.order().length - 1];
        boolean complete = alignment.to(last) != data.to()
                || alignment.to(last) - alignment.from(last) + 1 == reading.directory.length(last);
        return !complete || alignment.shared() > 0;
    }

    /** Whether half of the starts agree with the data: a directory read from the wrong byte on may have right lengths. */
    private static boolean startsAgree(Directory directory, FieldData data, Alignment alignment) {
        int agreeing = 0;
        for (int entry : alignment.order()) {
            int from = alignment.from(entry);
            agreeing += from >= 0 && directory.start(entry) == from - data.from() ? 1 : 0;
        }
        return 2 * agreeing >= directory.count();
    }

    /**
     * Whether the reading carries itself: half of the entries that say a length agree with the data, and the others are
     * no run of another record's fields. Where every terminator is found, it is enough that the directory agrees with
     * itself: then the fields were changed after it was written.
     */
    private static boolean evidence(Directory directory, FieldData data, Alignment alignment, boolean terminated) {
        int n = directory.count();
        int agreeing = 0;
        int unknown = 0;
        int unreadable = 0;
        int alone = 0;
        int run = 0;
        int longestRun = 0;
        for (int entry : alignment.order()) {
            boolean has = alignment.from(entry) >= 0;
            boolean wrong = has && alignment.numberWrong(entry);
            alone += has ? 0 : 1;
            unreadable += directory.length(entry) < 0 ? 1 : 0;
            unknown += has && alignment.numberUnknown(entry) ? 1 : 0;
            agreeing += has && !wrong && !alignment.numberUnknown(entry) ? 1 : 0;
            run = wrong ? run + 1 : 0;
            longestRun = Math.max(longestRun, run);
        }
        if (alone == n) {
            // Nothing would be read but a leader.
            return n == 0 && data.count() == 0 && terminated;
        }
        if (alignment.uniform()) {
            return true;
        }
        boolean everyTerminatorFound = alone == 0 && n == data.count();
        boolean half = 2 * agreeing >= n - unknown && (agreeing > 0 || everyTerminatorFound);
        return (unreadable <= 1 || 2 * unreadable <= n)
                && (half && longestRun <= LONGEST_DOUBTFUL_RUN
                        || everyTerminatorFound && directory.agreesWithItself(data.to() - data.from()));
    }
}
