// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A way of handing bytes to a reader, so that one suite can be fed in many. Records, diagnostics and offsets must be
 * the same for all of them.
 *
 * @param name for the test's display name
 * @param open makes a fresh stream over the bytes
 */
public record Feeding(String name, Function<byte[], InputStream> open) {
    private static final List<Integer> BLOCK_SIZES = List.of(2, 3, 7, 24, 31, 512, 4093, 8192, 65_537);

    public InputStream open(byte[] bytes) {
        return open.apply(bytes);
    }

    /**
     * As the bytes are: whole, byte by byte, in blocks of odd sizes, in blocks of any size, with nothing ever
     * available.
     */
    public static List<Feeding> plain() {
        List<Feeding> feedings = new ArrayList<>();
        feedings.add(new Feeding("whole", ByteArrayInputStream::new));
        feedings.add(new Feeding("1 byte at a time", bytes -> ShortReads.ofSize(bytes, 1)));
        for (int size : BLOCK_SIZES) {
            feedings.add(new Feeding("blocks of " + size, bytes -> ShortReads.ofSize(bytes, size)));
        }
        feedings.add(new Feeding("reads of any length", bytes -> ShortReads.seeded(bytes, 5)));
        feedings.add(new Feeding("available() is 0", bytes -> ShortReads.unavailable(new ByteArrayInputStream(bytes))));
        return List.copyOf(feedings);
    }

    /** Compressed with gzip: one member, several, empty ones among them, over streams that give little at a time. */
    public static List<Feeding> gzip() {
        return List.of(
                new Feeding("gzip", bytes -> new ByteArrayInputStream(Gzip.of(bytes))),
                new Feeding("gzip of 5 members", bytes -> new ByteArrayInputStream(Gzip.members(bytes, 5))),
                new Feeding(
                        "gzip of 3 members, 1 byte at a time", bytes -> ShortReads.ofSize(Gzip.members(bytes, 3), 1)),
                new Feeding(
                        "gzip with an empty member", bytes -> new ByteArrayInputStream(Gzip.withEmptyMember(bytes))),
                new Feeding(
                        "gzip of 4 members, available() is 0",
                        bytes -> ShortReads.unavailable(ShortReads.seeded(Gzip.members(bytes, 4), 9))));
    }

    /** All of {@link #plain()} and {@link #gzip()}. */
    public static List<Feeding> all() {
        List<Feeding> feedings = new ArrayList<>(plain());
        feedings.addAll(gzip());
        return List.copyOf(feedings);
    }

    @Override
    public String toString() {
        return name;
    }
}
