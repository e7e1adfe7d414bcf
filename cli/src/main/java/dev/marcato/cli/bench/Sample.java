// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.cli.Plural;
import dev.marcato.cli.bench.Survey.Surveyed;
import dev.marcato.cli.bench.profile.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What of the user's files is measured: all, or as much as fits into memory beside the rest.
 *
 * @param parts the files, or the beginnings of them
 * @param arrays the same bytes, in memory
 * @param bytes of all of it, uncompressed
 * @param compressed whether any of them is
 * @param cut "" if that is all, else which part of it
 */
record Sample(List<Part> parts, List<byte[]> arrays, long bytes, boolean compressed, String cut) {
    private static final byte TERMINATOR = 0x1D;
    /** A file of which less than this share of what may be taken would be taken, is left out. */
    private static final int LEAST_SHARE = 10;

    /** @param most bytes to take; a plain file is cut behind a record terminator, a compressed one is taken whole or not */
    static Sample of(List<Surveyed> files, long most) throws IOException {
        List<Part> parts = new ArrayList<>();
        List<byte[]> arrays = new ArrayList<>();
        long left = most;
        boolean compressed = false;
        boolean all = true;
        for (Surveyed file : files) {
            long size = file.facts().bytes();
            boolean packed = file.facts().compressed();
            if (size == 0 || file.facts().stored() == 0) {
                continue;
            }
            if (size <= left) {
                byte[] content = Files.readAllBytes(file.path());
                parts.add(new Part(file.path(), content.length, true));
                arrays.add(content);
                compressed |= packed;
                left -= size;
                continue;
            }
            all = false;
            if (!packed && left >= most / LEAST_SHARE) {
                byte[] content = beginning(file, (int) left);
                parts.add(new Part(file.path(), content.length, false));
                arrays.add(content);
                left -= content.length;
                break;
            }
        }
        long taken = most - left;
        return new Sample(
                List.copyOf(parts), List.copyOf(arrays), taken, compressed, all ? "" : cut(taken, parts.size(), files));
    }

    private static byte[] beginning(Surveyed file, int most) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file.path())) {
            bytes = in.readNBytes(most);
        }
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != TERMINATOR) {
            end--;
        }
        return end == 0 ? bytes : Arrays.copyOf(bytes, end);
    }

    private static String cut(long taken, int parts, List<Surveyed> files) {
        long total = files.stream().mapToLong(file -> file.facts().bytes()).sum();
        return "the first " + Quantity.bytes(taken) + " of " + Quantity.bytes(total)
                + (files.size() > 1 ? ", in " + Plural.grouped(parts) + " of " + Plural.of(files.size(), "file") : "");
    }

    Reading inMemory() {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            units.add(Unit.ofArray(arrays.get(i), parts.get(i).file().toString()));
        }
        return new Reading(units);
    }

    Reading fromFiles() {
        return new Reading(parts.stream().map(Part::unit).toList());
    }

    long storedBytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }
}
