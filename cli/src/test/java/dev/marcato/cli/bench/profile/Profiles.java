// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

import dev.marcato.cli.bench.profile.Way.Division;
import dev.marcato.cli.bench.profile.Way.Source;
import java.util.ArrayList;
import java.util.List;

/** Profiles made up by hand, whose figures are known; each part can be put in place of another. */
public final class Profiles {
    private static final int ROUNDS = 10;
    private static final long RECORDS = 10_000;
    private static final long BYTES = 13_600_000;

    /** Milliseconds by which runs differ. */
    private double spread = 0.1;

    private double environmentLoad = 0.1;
    private int threads = 2;
    private final List<FileFacts> files = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<BlockRate> blocks = new ArrayList<>();
    private final List<HelperPoint> helpers = new ArrayList<>();
    private final List<SyntheticProfile> synthetic = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    /** Runs around a median, each a little longer than the one before. */
    public static Runs runs(double medianMillis, double spreadMillis) {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            seconds.add((medianMillis + spreadMillis * (i - (ROUNDS - 1) / 2.0) / ROUNDS) / 1000);
        }
        return new Runs(seconds, 0.001);
    }

    private Measured measured(int count, double millis) {
        return new Measured(count, RECORDS, BYTES, runs(millis, spread));
    }

    public Profiles spread(double millis) {
        spread = millis;
        return this;
    }

    public Profiles load(double load) {
        environmentLoad = load;
        return this;
    }

    public Profiles threads(int most) {
        threads = most;
        return this;
    }

    public Profiles file(String name, long bytes) {
        files.add(new FileFacts(name, bytes, bytes, RECORDS, 0));
        return this;
    }

    public Profiles way(Source source, Division division, int count, double millis) {
        ways.add(new Way(source, division, measured(count, millis)));
        return this;
    }

    public Profiles block(int bytes, double millis) {
        blocks.add(new BlockRate(bytes, measured(threads, millis)));
        return this;
    }

    public Profiles helper(int more, boolean found, long bytes) {
        helpers.add(new HelperPoint(more - 1, more, found, bytes / 1360, bytes, 0.0015, 0.0012));
        return this;
    }

    public Profiles generated(String name, int length, double one, double ranges, double whole) {
        List<Way> all = new ArrayList<>();
        for (Source source : List.of(Source.MEMORY, Source.FILES)) {
            all.add(new Way(source, Division.SEQUENTIAL, measured(1, one)));
            all.add(new Way(source, Division.RANGES, measured(threads, ranges)));
            all.add(new Way(source, Division.WHOLE_FILES, measured(threads, whole)));
        }
        synthetic.add(new SyntheticProfile(new Configuration(name, 4, 1000), length, length + 1, all));
        return this;
    }

    public Profiles gap(String what, String why) {
        gaps.add(new Gap(what, why));
        return this;
    }

    /** A profile with every part in it; of two files, on two threads. */
    public static Profile full() {
        return full("catalogue.mrc");
    }

    /** The same with another name for its first file. */
    public static Profile full(String name) {
        Profiles profiles = new Profiles()
                .file(name, BYTES - 1_000_000)
                .file("small.mrc", 1_000_000)
                .helper(2, true, 1_300_000)
                .generated("4x1k", 264, 10, 6, 7)
                .generated("2x1k", 264, 10, 6, 7)
                .generated("4x1k", 1360, 20, 21, 12)
                .gap("the moon", "it was not there");
        for (Source source : List.of(Source.MEMORY, Source.FILES)) {
            profiles.way(source, Division.SEQUENTIAL, 1, 20)
                    .way(source, Division.RANGES, 1, 21)
                    .way(source, Division.RANGES, 2, 12)
                    .way(source, Division.WHOLE_FILES, 2, 18);
        }
        profiles.way(Source.COLD, Division.SEQUENTIAL, 1, 60)
                .way(Source.COLD, Division.RANGES, 2, 40)
                .way(Source.COLD, Division.BYTES_ALONE, 1, 30);
        for (int size = 64 << 10; size <= 4 << 20; size *= 2) {
            profiles.block(size, 12);
        }
        return profiles.build();
    }

    public Profile build() {
        FilesProfile own = files.isEmpty() ? null : filesProfile();
        return new Profile(
                new Environment(
                        "2026-11-25T12:00:00Z",
                        "marcato bench x",
                        "1",
                        "A processor",
                        2,
                        32 << 20,
                        "Linux",
                        "A JVM",
                        List.of("Copy"),
                        List.of("-Xmn16m"),
                        1L << 30,
                        environmentLoad,
                        environmentLoad),
                new Method(ROUNDS, 7, 3.5, true, 1234, 61.5),
                threads,
                own,
                synthetic,
                gaps);
    }

    private FilesProfile filesProfile() {
        List<SizeRate> sizes = new ArrayList<>();
        for (long records = 1; records <= 10_000; records *= 10) {
            long bytes = records * 1360;
            sizes.add(new SizeRate(
                    new Measured(1, records, bytes, runs(bytes / 1e6, 0.001)),
                    new Measured(threads, records, bytes, runs(bytes / 1.7e6 + 0.05, 0.001))));
        }
        Measured reading = new Measured(1, RECORDS, BYTES, runs(3, spread));
        return new FilesProfile(
                files,
                "ext4",
                RECORDS,
                BYTES,
                "",
                ways,
                List.of(
                        new Measured(1, 0, 100_000_000, runs(16, spread)),
                        new Measured(2, 0, 100_000_000, runs(11, spread))),
                blocks,
                sizes,
                helpers,
                List.of(
                        new Phase("copy memory", true, new Measured(1, 0, 100_000_000, runs(16, spread)), -1),
                        new Phase("read the bytes", false, reading, -1),
                        new Phase("look for record ends", false, measured(1, 6), -1),
                        new Phase("find and check every record", false, measured(1, 15), 1800),
                        new Phase("first 245$a", false, measured(1, 20), 1900),
                        new Phase("every subfield to text", false, measured(1, 60), 6600)));
    }
}
