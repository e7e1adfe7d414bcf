// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about the user's files.
 *
 * @param files what was read
 * @param storage the kind of file system that they are on
 * @param memoryRecords how many records were held in memory
 * @param memoryBytes how many bytes were, uncompressed
 * @param memoryPart "" if that was all, else which part of it
 * @param ways every way to read them, measured in turns within each source
 * @param copying memory copied, by threads; measured in turns with the ways in memory
 * @param blocks by size of blocks, with all threads, in turns
 * @param sizes by the number of records, in memory
 * @param helpers from which size on each further thread pays
 * @param phases tasks of one thread, each with more to do than the one before, in turns
 */
public record FilesProfile(
        List<FileFacts> files,
        String storage,
        long memoryRecords,
        long memoryBytes,
        String memoryPart,
        List<Way> ways,
        List<Measured> copying,
        List<BlockRate> blocks,
        List<SizeRate> sizes,
        List<HelperPoint> helpers,
        List<Phase> phases) {
    public FilesProfile {
        files = List.copyOf(files);
        ways = List.copyOf(ways);
        copying = List.copyOf(copying);
        blocks = List.copyOf(blocks);
        sizes = List.copyOf(sizes);
        helpers = List.copyOf(helpers);
        phases = List.copyOf(phases);
    }

    public long records() {
        return files.stream().mapToLong(FileFacts::records).sum();
    }

    /** Of all files, uncompressed. */
    public long bytes() {
        return files.stream().mapToLong(FileFacts::bytes).sum();
    }

    public long repaired() {
        return files.stream().mapToLong(FileFacts::repaired).sum();
    }

    /** The share of all bytes that stands in the largest file. */
    public double largestShare() {
        long largest = files.stream().mapToLong(FileFacts::bytes).max().orElse(0);
        return bytes() == 0 ? 0 : (double) largest / bytes();
    }

    public List<Way> ways(Way.Source source) {
        return ways.stream().filter(way -> way.source() == source).toList();
    }

    public List<Way> ways(Way.Source source, Way.Division division) {
        return ways(source).stream().filter(way -> way.division() == division).toList();
    }

    public Optional<Way> way(Way.Source source, Way.Division division, int threads) {
        return ways(source, division).stream()
                .filter(way -> way.threads() == threads)
                .findFirst();
    }

    /** The way of a division with the most threads. */
    public Optional<Way> widest(Way.Source source, Way.Division division) {
        return ways(source, division).stream().max(Comparator.comparingInt(Way::threads));
    }
}
