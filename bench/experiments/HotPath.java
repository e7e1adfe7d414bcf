// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * What the hot path of reading could be made of: ways to look through a record and to get at a file's bytes, each alone,
 * in turns, over the same clean file. Every way must count the same records. It is a program by itself, since the vector API is
 * an incubator:
 *
 * <pre>java -Xmx2g --add-modules jdk.incubator.vector bench/experiments/HotPath.java FILE [ROUNDS]</pre>
 */
public final class HotPath {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VectorSpecies<Byte> SPECIES = ByteVector.SPECIES_PREFERRED;
    private static final long EVERY = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final int MOST_IN_MEMORY = 400_000_000;

    private static byte[] bytes = {};
    private static int[] index = new int[3 * 20_000];

    private interface Way {
        long records() throws IOException;
    }

    /** What is done with the bytes of one record behind its directory. */
    private interface Look {
        boolean clean(byte[] b, int from, int to);
    }

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 11;
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer all = ByteBuffer.allocate((int) Math.min(MOST_IN_MEMORY, channel.size()));
            while (all.hasRemaining() && channel.read(all) >= 0) {}
            bytes = all.array();
        }
        int end = bytes.length;
        while (bytes[end - 1] != 0x1D) {
            end--;
        }
        int size = end;
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("hop by the leaders' lengths", () -> hop(size, (b, from, to) -> true, false));
        ways.put("hop, and walk the directory", () -> hop(size, (b, from, to) -> true, true));
        ways.put("two passes: directory, then all bytes one by one", () -> hop(size, HotPath::byBytes, true));
        ways.put("two passes: directory, then all bytes eight at a time", () -> hop(size, HotPath::byWords, true));
        ways.put("two passes: directory, then all bytes by vectors of " + SPECIES.length(), () -> hop(size, HotPath::byVectors, true));
        ways.put("one pass: field by field, each looked through as its entry is read", () -> onePass(size));
        ways.put("count 0x1D one by one", () -> countBytes(size));
        ways.put("count 0x1D eight at a time", () -> countWords(size));
        ways.put("count 0x1D by vectors", () -> countVectors(size));
        for (int block : new int[] {64 << 10, 256 << 10, 1 << 20, 4 << 20}) {
            ways.put("read in blocks of " + (block >> 10) + " KiB, count eight at a time", () -> read(file, size, block));
        }
        ways.put("map, copy out in blocks of 256 KiB, count eight at a time", () -> map(file, size, 256 << 10));

        Map<String, TreeMap<Double, Integer>> rates = new LinkedHashMap<>();
        long expected = countBytes(size);
        for (int round = -3; round < rounds; round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                long start = System.nanoTime();
                long records = way.getValue().records();
                double rate = size / ((System.nanoTime() - start) / 1e9) / 1e9;
                if (records != expected) {
                    throw new IllegalStateException(way.getKey() + ": " + records + " records, not " + expected);
                }
                if (round >= 0) {
                    rates.computeIfAbsent(way.getKey(), any -> new TreeMap<>()).put(rate, round);
                }
            }
        }
        System.out.println("Java " + System.getProperty("java.runtime.version") + ", " + size + " bytes, " + expected
                + " records, " + rounds + " rounds in turns; GB/s, median (lowest to highest)");
        rates.forEach((way, all) -> {
            Double[] sorted = all.keySet().toArray(new Double[0]);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f (%.2f to %.2f) |%n",
                    way,
                    sorted[sorted.length / 2],
                    sorted[0],
                    sorted[sorted.length - 1]);
        });
    }

    private static long hop(int size, Look look, boolean directory) {
        long records = 0;
        int p = 0;
        while (p < size) {
            int length = number(p, 5);
            int base = number(p + 12, 5);
            if (bytes[p + length - 1] != 0x1D || directory && !walk(p, base, length) || !look.clean(bytes, p, p + length - 1)) {
                throw new IllegalStateException("not clean at " + p);
            }
            records++;
            p += length;
        }
        return records;
    }

    private static boolean walk(int p, int base, int length) {
        int next = 0;
        int slot = 0;
        for (int e = p + 24; e < p + base - 1; e += 12) {
            int fieldLength = number(e + 3, 4);
            int start = number(e + 7, 5);
            if (start != next || bytes[p + base + start + fieldLength - 1] != 0x1E) {
                return false;
            }
            index[slot++] = (bytes[e] & 0xFF) << 16 | (bytes[e + 1] & 0xFF) << 8 | bytes[e + 2] & 0xFF;
            index[slot++] = p + base + start;
            index[slot++] = fieldLength - 1;
            next = start + fieldLength;
        }
        return next == length - 1 - base;
    }

    private static long onePass(int size) {
        long records = 0;
        int p = 0;
        while (p < size) {
            int length = number(p, 5);
            int base = number(p + 12, 5);
            int at = p + base;
            int slot = 0;
            boolean clean = bytes[p + length - 1] == 0x1D && byWords(bytes, p, at);
            for (int e = p + 24; e < p + base - 1; e += 12) {
                int fieldLength = number(e + 3, 4);
                int start = number(e + 7, 5);
                clean &= p + base + start == at && bytes[at + fieldLength - 1] == 0x1E && byWords(bytes, at, at + fieldLength - 1);
                index[slot++] = (bytes[e] & 0xFF) << 16 | (bytes[e + 1] & 0xFF) << 8 | bytes[e + 2] & 0xFF;
                index[slot++] = at;
                index[slot++] = fieldLength - 1;
                at += fieldLength;
            }
            if (!clean || at != p + length - 1) {
                throw new IllegalStateException("not clean at " + p);
            }
            records++;
            p += length;
        }
        return records;
    }

    private static int number(int p, int digits) {
        int value = 0;
        for (int i = p; i < p + digits; i++) {
            value = 10 * value + bytes[i] - '0';
        }
        return value;
    }

    private static boolean byBytes(byte[] b, int from, int to) {
        int any = 0;
        boolean found = false;
        for (int i = from; i < to; i++) {
            found |= b[i] == 0x1D;
            any |= b[i];
        }
        ascii = any >= 0;
        return !found;
    }

    private static boolean ascii;

    private static boolean byWords(byte[] b, int from, int to) {
        long any = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) LONG.get(b, i);
            if (zeros(word ^ EVERY * 0x1D) != 0) {
                return false;
            }
            any |= word;
        }
        for (; i < to; i++) {
            if (b[i] == 0x1D) {
                return false;
            }
            any |= b[i] & 0x80;
        }
        ascii = (any & HIGH) == 0;
        return true;
    }

    private static boolean byVectors(byte[] b, int from, int to) {
        int i = from;
        int step = SPECIES.length();
        boolean high = false;
        for (; i + step <= to; i += step) {
            ByteVector vector = ByteVector.fromArray(SPECIES, b, i);
            if (vector.compare(VectorOperators.EQ, (byte) 0x1D).anyTrue()) {
                return false;
            }
            high |= vector.compare(VectorOperators.LT, (byte) 0).anyTrue();
        }
        boolean rest = byWords(b, i, to);
        ascii &= !high;
        return rest;
    }

    private static long zeros(long word) {
        return (word - EVERY) & ~word & HIGH;
    }

    private static long countBytes(int size) {
        long count = 0;
        for (int i = 0; i < size; i++) {
            count += bytes[i] == 0x1D ? 1 : 0;
        }
        return count;
    }

    private static long countWords(int size) {
        return countWords(bytes, size);
    }

    private static long countWords(byte[] b, int size) {
        long count = 0;
        int i = 0;
        for (; i + 8 <= size; i += 8) {
            long word = (long) LONG.get(b, i) ^ EVERY * 0x1D;
            // Exact for each byte, unlike zeros(), which may mark one too many behind a hit.
            count += Long.bitCount(~(((word & ~HIGH) + ~HIGH | word) | ~HIGH));
        }
        for (; i < size; i++) {
            count += b[i] == 0x1D ? 1 : 0;
        }
        return count;
    }

    private static long countVectors(int size) {
        long count = 0;
        int i = 0;
        for (; i + SPECIES.length() <= size; i += SPECIES.length()) {
            count += ByteVector.fromArray(SPECIES, bytes, i).compare(VectorOperators.EQ, (byte) 0x1D).trueCount();
        }
        for (; i < size; i++) {
            count += bytes[i] == 0x1D ? 1 : 0;
        }
        return count;
    }

    private static long read(Path file, int size, int block) throws IOException {
        long count = 0;
        byte[] buffer = new byte[block];
        try (FileChannel channel = FileChannel.open(file)) {
            for (long place = 0; place < size; ) {
                int read = channel.read(ByteBuffer.wrap(buffer, 0, (int) Math.min(block, size - place)), place);
                count += countWords(buffer, read);
                place += read;
            }
        }
        return count;
    }

    private static long map(Path file, int size, int block) throws IOException {
        long count = 0;
        byte[] buffer = new byte[block];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
            while (mapped.hasRemaining()) {
                int length = Math.min(block, mapped.remaining());
                mapped.get(buffer, 0, length);
                count += countWords(buffer, length);
            }
        }
        return count;
    }
}
