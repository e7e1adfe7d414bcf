// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.bench.Readers.Pass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Marcato beside its peers: the same tasks on the same files, in turns. Prints Markdown. {@code bench/peers/run} installs the
 * peers and runs it from the project's root; who could not be installed has a line that says so.
 *
 * <p>Arguments: the number of rounds, and names of parts (all unless told).
 */
public final class Peers {
    private static final Path INSTALLED = Path.of("bench", "target", "peers");
    private static final double WARM_UP = 3;

    private final int rounds;

    private interface Part {
        void run() throws IOException, InterruptedException;
    }

    private Peers(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Peers peers = new Peers(Integer.parseInt(args[0]));
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("large", peers::large);
        parts.put("processes", peers::processes);
        parts.put("twelve", peers::twelve);
        parts.put("gzip", peers::gzip);
        parts.put("folder", peers::folder);
        parts.put("cores", peers::cores);
        List<String> chosen =
                args.length > 1 ? Arrays.asList(args).subList(1, args.length) : List.copyOf(parts.keySet());
        for (String name : chosen) {
            if (!parts.containsKey(name)) {
                throw new IllegalArgumentException("no part is called " + name + ", but " + parts.keySet());
            }
            System.out.println("\n## " + name);
            parts.get(name).run();
        }
    }

    /** The workers of a part: new ones, so that what another part did has no influence. */
    private static final class Workers implements AutoCloseable {
        private final Peer marcato = new Peer(java());
        private final Peer marc4j = new Peer(java());
        private final Peer mrrc = new Peer(rust("mrrc"));
        private final Peer marc21 = new Peer(rust("marc21"));
        private final Peer python = new Peer(List.of(
                INSTALLED.resolve("python").resolve("bin").resolve("python").toString(), "bench/peers/peers.py"));

        private static List<String> java() {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(
                    "-Xmx1g",
                    "-XX:+UseSerialGC",
                    "-Xlog:disable",
                    "-XX:SharedArchiveFile=" + INSTALLED.resolve("worker.jsa")));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
            return command;
        }

        private static List<String> rust(String name) {
            return List.of(
                    INSTALLED.resolve("cargo").resolve("release").resolve(name).toString());
        }

        @Override
        public void close() throws IOException {
            for (Peer peer : List.of(marcato, marc4j, mrrc, marc21, python)) {
                peer.close();
            }
        }
    }

    private void large() throws IOException, InterruptedException {
        Data large = Data.of("400 MB", BenchData.LARGE);
        Data medium = Data.of("100 MB", BenchData.MEDIUM);
        Data small = Data.of("20 MB", BenchData.SMALL);
        try (Workers workers = new Workers()) {
            Entrant reader = Entrant.warm("Marcato, `MarcReader`", large, workers.marcato, "reader-title");
            Entrant one = Entrant.warm("Marcato, `MarcFiles`, 1 thread", large, workers.marcato, "files-title-1");
            Entrant all = Entrant.warm("Marcato, `MarcFiles`, all cores", large, workers.marcato, "files-title-all");
            Entrant[] marc21 = {
                Entrant.warm("marc21-rs, its reader", large, workers.marc21, "reader"),
                Entrant.warm("marc21-rs, the whole file read first", large, workers.marc21, "whole"),
            };
            Entrant[] mrrc = {
                Entrant.warm("mrrc, sequential", large, workers.mrrc, "sequential"),
                Entrant.warm("mrrc, `parse_batch_parallel`, whole file", medium, workers.mrrc, "batch"),
                Entrant.warm("mrrc, `parse_batch_parallel`, 100 records each", large, workers.mrrc, "batches"),
                Entrant.warm("mrrc, pipeline", large, workers.mrrc, "pipeline"),
                Entrant.warm("mrrc, pipeline, blocks of 128 KiB", large, workers.mrrc, "pipeline-128"),
            };
            Entrant[] others = {
                // Parts of mrrc, put together here: it has no such mode.
                Entrant.warm("mrrc, scanner and rayon over records", large, workers.mrrc, "records"),
                Entrant.warm("mrrc's wheel, reader", small, workers.python, "mrrc"),
                Entrant.warm("mrrc's wheel, `parse_batch_parallel`", small, workers.python, "mrrc-batch"),
                Entrant.warm("mrrc's wheel, pipeline", small, workers.python, "mrrc-pipeline"),
                Entrant.warm("pymarc", small, workers.python, "pymarc"),
                Entrant.warm("marc4j, strict", small, workers.marc4j, "marc4j-strict"),
                Entrant.warm("marc4j, permissive", small, workers.marc4j, "marc4j-permissive"),
            };
            List<Entrant> entrants = new ArrayList<>(List.of(reader, one, all));
            Stream.of(marc21, mrrc, others).flatMap(Arrays::stream).forEach(entrants::add);
            Contest contest = new Contest("One file, first `245$a` of each record", rounds, WARM_UP, entrants);
            contest.print(reader, all);
            contest.target(4, reader, marc21);
            contest.target(10, reader, mrrc[0]);
            contest.target(6.5, all, marc21);
            contest.target(15, all, mrrc);
        }
    }

    private void processes() throws IOException, InterruptedException {
        Data large = Data.of("400 MB", BenchData.LARGE);
        Data medium = Data.of("100 MB", BenchData.MEDIUM);
        String cli = INSTALLED.resolve("bin").resolve("marc21").toString();
        try (Workers workers = new Workers()) {
            Entrant one = Entrant.whole("Marcato, `MarcReader`", large, workers.marcato, "reader-title");
            Entrant all = Entrant.whole("Marcato, `MarcFiles`, all cores", large, workers.marcato, "files-title-all");
            Command select = Command.of(
                    cli,
                    "select",
                    "--no-header",
                    "--tsv",
                    "--quote-style",
                    "never",
                    "245/*{ a }",
                    large.files().get(0));
            new Contest(
                            "First `245$a` of each record, from start to exit",
                            rounds,
                            0,
                            List.of(
                                    one,
                                    all,
                                    Entrant.whole("marc21-rs, its reader", large, workers.marc21, "reader"),
                                    Entrant.whole("`marc21 select`", large, select, select, Peers::titles),
                                    Entrant.whole("mrrc, sequential", large, workers.mrrc, "sequential"),
                                    Entrant.whole("mrrc, batches of 100", large, workers.mrrc, "batches"),
                                    Entrant.whole(
                                            "mrrc, pipeline, blocks of 128 KiB", large, workers.mrrc, "pipeline-128")))
                    .print(one, all);
        }
        String file = medium.files().get(0);
        Command marcato = Command.of("./marcato", "count", file);
        Command marc21 = Command.of(cli, "count", file);
        Entrant ours = Entrant.whole("`marcato count`", medium, marcato, marcato, Peers::count);
        Entrant yaz = Entrant.whole(
                "`yaz-marcdump -n`, which cannot take titles alone",
                medium,
                Command.of("yaz-marcdump", "-n", file),
                Command.of("yaz-marcdump", "-n", "-p", file),
                output -> new Pass(output.lines().count(), 0));
        Contest contest = new Contest(
                "Counting, from start to exit",
                rounds,
                0,
                List.of(ours, yaz, Entrant.whole("`marc21 count`", medium, marc21, marc21, Peers::count)));
        contest.print(ours);
        contest.target(1, ours, yaz);
    }

    private static Pass titles(String lines) {
        return lines.lines().map(title -> new Pass(1, Worker.checksum(title))).reduce(Pass.NONE, Pass::plus);
    }

    private static Pass count(String output) {
        return new Pass(Long.parseLong(output), 0);
    }

    /** The rows of a report on mrrc, with its records of some 264 bytes, and with larger ones. */
    private void twelve() throws IOException, InterruptedException {
        for (int subjects : new int[] {0, 18}) {
            Case[] cases = {
                new Case("4 × 1k, in memory", 4, 1_000, "memory-sequential", "memory-rayon", "memory-title"),
                new Case("4 × 10k, in memory", 4, 10_000, "memory-sequential", "memory-rayon", "memory-title"),
                new Case("8 × 1k, in memory", 8, 1_000, "memory-sequential", "memory-rayon", "memory-title"),
                new Case("2 × 10k, in memory", 2, 10_000, "memory-sequential", "memory-rayon", "memory-title"),
                new Case("4 × 1k", 4, 1_000, "sequential", "rayon", "files-title-all"),
                new Case("4 × 10k", 4, 10_000, "sequential", "rayon", "files-title-all"),
                new Case("8 × 1k", 8, 1_000, "sequential", "rayon", "files-title-all"),
                new Case("2 × 10k", 2, 10_000, "sequential", "rayon", "files-title-all"),
                new Case("4 × 10k, chunks of 1", 4, 10_000, "sequential", "chunks-1", "files-title-all"),
                new Case("4 × 10k, chunks of 2", 4, 10_000, "sequential", "chunks-2", "files-title-all"),
                new Case("4 × 10k, chunks of 4", 4, 10_000, "sequential", "chunks-4", "files-title-all"),
                new Case("4 × 10k, chunks of 8", 4, 10_000, "sequential", "chunks-8", "files-title-all"),
            };
            long bytes =
                    cases[0].data(subjects).bytes() / cases[0].data(subjects).records();
            for (boolean warm : new boolean[] {true, false}) {
                System.out.println(
                        "\n### Twelve rows, records of " + bytes + " bytes, " + (warm ? "warm" : "from start to exit")
                                + "\n\n| files × records | MB | mrrc, sequential, s | mrrc and rayon, s | Marcato, s | × mrrc and rayon |"
                                + "\n|---|--:|--:|--:|--:|--:|");
                try (Workers workers = new Workers()) {
                    double least = Double.POSITIVE_INFINITY;
                    for (Case each : cases) {
                        Contest contest = each.run(each.data(subjects), workers, warm, rounds);
                        System.out.println(contest.line());
                        least = Math.min(
                                least, contest.lead().map(Spread::median).orElse(least));
                    }
                    if (warm) {
                        System.out.println("\nThe least is " + Spread.ratio(least) + ", at least 5.00 wanted in each: "
                                + (least >= 5 ? "met" : "**missed**"));
                    }
                }
            }
        }
    }

    private record Case(String name, int files, int records, String sequential, String parallel, String marcato) {
        /** Runs of milliseconds are many. */
        private static final int OFTEN = 5;

        Data data(int subjects) throws IOException {
            List<Path> paths = new ArrayList<>();
            long bytes = 0;
            for (int i = 0; i < files; i++) {
                Path path = BenchData.generated(records, subjects, i);
                paths.add(path);
                bytes += Files.size(path);
            }
            return Data.of(name, paths, bytes, (long) files * records);
        }

        Contest run(Data data, Workers workers, boolean warm, int rounds) throws InterruptedException {
            if (warm) {
                return new Contest(
                        name,
                        rounds * OFTEN,
                        1,
                        List.of(
                                Entrant.warm("mrrc, sequential", data, workers.mrrc, sequential),
                                Entrant.warm("mrrc and rayon", data, workers.mrrc, parallel),
                                Entrant.warm("Marcato", data, workers.marcato, marcato)));
            }
            return new Contest(
                    name,
                    rounds,
                    0,
                    List.of(
                            Entrant.whole("mrrc, sequential", data, workers.mrrc, sequential),
                            Entrant.whole("mrrc and rayon", data, workers.mrrc, parallel),
                            Entrant.whole("Marcato", data, workers.marcato, marcato)));
        }
    }

    private void gzip() throws IOException, InterruptedException {
        Data gzip = Data.of("gzip", BenchData.GZIP);
        Data bgzf = Data.of("BGZF", BenchData.BGZF);
        try (Workers workers = new Workers()) {
            Entrant inflate = Entrant.warm("inflating alone", gzip, workers.marcato, "inflate");
            Entrant inflateBlocks = Entrant.warm("inflating alone, 1 thread", bgzf, workers.marcato, "inflate");
            Entrant all = Entrant.warm("Marcato, `MarcFiles`, all cores", gzip, workers.marcato, "files-title-all");
            Entrant allBlocks =
                    Entrant.warm("Marcato, `MarcFiles`, all cores", bgzf, workers.marcato, "files-title-all");
            Contest contest = new Contest(
                    "100 MB, compressed, first `245$a`",
                    rounds,
                    WARM_UP,
                    List.of(
                            inflate,
                            Entrant.warm("Marcato, `MarcReader`", gzip, workers.marcato, "reader-title"),
                            all,
                            inflateBlocks,
                            Entrant.warm("Marcato, `MarcReader`", bgzf, workers.marcato, "reader-title"),
                            allBlocks));
            contest.print(inflate, all);
            contest.target(1 / 1.1, all, inflate);
            contest.target(1.7, allBlocks, all);
            contest.target(1.7, allBlocks, inflateBlocks);
        }
    }

    private void folder() throws IOException, InterruptedException {
        Path folder = BenchData.folder();
        Data data = Data.of(
                BenchData.FOLDER_RECORDS + " files",
                List.of(folder),
                BenchData.folderBytes(),
                BenchData.FOLDER_RECORDS);
        try (Workers workers = new Workers()) {
            Entrant open = Entrant.warm("opening and reading, 1 thread", data, workers.marcato, "open-1");
            Entrant openAll = Entrant.warm("opening and reading, all cores", data, workers.marcato, "open-all");
            Entrant one = Entrant.warm("Marcato, `MarcFiles`, 1 thread", data, workers.marcato, "files-title-1");
            Entrant all = Entrant.warm("Marcato, `MarcFiles`, all cores", data, workers.marcato, "files-title-all");
            Contest contest = new Contest(
                    "A folder of files with one record each, first `245$a`",
                    rounds,
                    WARM_UP,
                    List.of(
                            open,
                            one,
                            openAll,
                            all,
                            Entrant.warm("marc21-rs, its reader", data, workers.marc21, "reader"),
                            Entrant.warm("mrrc, sequential", data, workers.mrrc, "sequential"),
                            Entrant.warm("mrrc and rayon", data, workers.mrrc, "rayon")));
            contest.print(one, all);
            contest.target(0.8, one, open);
            contest.target(0.8, all, openAll);
        }
    }

    private void cores() throws IOException, InterruptedException {
        Data large = Data.of("400 MB", BenchData.LARGE);
        Map<String, String> tasks = new LinkedHashMap<>();
        tasks.put("size", "find and check every record");
        tasks.put("title", "first `245$a`");
        tasks.put("text", "every subfield to a `String`");
        for (Map.Entry<String, String> task : tasks.entrySet()) {
            try (Workers workers = new Workers()) {
                List<Entrant> entrants = new ArrayList<>();
                entrants.add(Entrant.warm("`MarcReader`", large, workers.marcato, "reader-" + task.getKey()));
                for (String way : List.of("files", "ordered")) {
                    for (String threads : List.of("1", Worker.ALL)) {
                        entrants.add(Entrant.warm(
                                (way.equals("files") ? "`collect`" : "`forEachBlock`")
                                        + (threads.equals("1") ? ", 1 thread" : ", all cores"),
                                large,
                                workers.marcato,
                                String.join("-", way, task.getKey(), threads)));
                    }
                }
                new Contest("One thread against all: " + task.getValue(), rounds, WARM_UP, entrants)
                        .print(entrants.get(2), entrants.get(4));
            }
        }
    }
}
