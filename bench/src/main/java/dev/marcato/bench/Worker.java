// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.MarcFiles;
import dev.marcato.MarcRecord;
import dev.marcato.bench.Readers.Pass;
import dev.marcato.io.MarcInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The worker of Marcato, of marc4j, and of what the JDK does alone. It is told a way to read and the files, and answers how
 * many records they had, the checksum of their titles (or what else is asked of a record), and how long it took.
 *
 * <p>With arguments (a way, files) it does so once. Without, it reads requests from standard input, one a line, their parts
 * parted by tabs, and answers each with a line: {@code ok}, records, checksum, nanoseconds; or {@code no} and the reason.
 * So do the workers of the other peers, under {@code bench/peers}. A folder stands for the files in it.
 */
public final class Worker {
    /** The ways that use as many threads as there are cores end in this, the others in 1. */
    static final String ALL = "all";

    private final Map<String, Way> ways = new HashMap<>();

    /** Makes ready what is not measured. */
    private interface Way {
        Read prepare(List<Path> files) throws IOException;
    }

    private interface Read {
        Pass run() throws IOException;
    }

    private interface ReadOne {
        Pass run(Path file) throws IOException;
    }

    private Worker() {
        Map<String, ToLongFunction<MarcRecord>> questions =
                Map.of("size", Readers::size, "title", Worker::checksum, "text", Readers::text);
        questions.forEach((name, question) -> {
            ways.put("reader-" + name, each(file -> Readers.read(file, question)));
            for (String threads : List.of("1", ALL)) {
                ways.put(
                        "files-" + name + "-" + threads,
                        files -> () -> Readers.collect(marcFiles(threads).of(paths(files)), question));
                ways.put(
                        "ordered-" + name + "-" + threads,
                        files -> () -> Readers.inOrder(marcFiles(threads).of(paths(files)), question));
            }
        });
        ways.put("memory-title", files -> {
            List<MarcInput> arrays = new ArrayList<>();
            for (Path file : files) {
                arrays.add(MarcInput.of(Files.readAllBytes(file), file.toString()));
            }
            return () -> Readers.collect(MarcFiles.builder().of(arrays), Worker::checksum);
        });
        ways.put("marc4j-strict", each(file -> Readers.marc4j(file, false, record -> checksum(Readers.title(record)))));
        ways.put(
                "marc4j-permissive",
                each(file -> Readers.marc4j(file, true, record -> checksum(Readers.title(record)))));
        ways.put("inflate", each(Alone::inflate));
        ways.put("open-1", files -> () -> Alone.openAndRead(files, 1));
        ways.put("open-" + ALL, files -> () -> Alone.openAndRead(files, threads(ALL)));
    }

    public static void main(String[] args) throws IOException {
        Worker worker = new Worker();
        if (args.length > 0) {
            System.out.println(worker.answer(args));
            return;
        }
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String request = requests.readLine(); request != null; request = requests.readLine()) {
            System.out.println(worker.answer(request.split("\t")));
            System.out.flush();
        }
    }

    private String answer(String... request) {
        try {
            Way way = ways.get(request[0]);
            if (way == null) {
                throw new IllegalArgumentException("no way is called " + request[0]);
            }
            Read read = way.prepare(files(request));
            long start = System.nanoTime();
            Pass pass = read.run();
            long taken = System.nanoTime() - start;
            return String.join(
                    "\t", "ok", Long.toString(pass.records()), Long.toUnsignedString(pass.sum()), Long.toString(taken));
        } catch (IOException | RuntimeException e) {
            return "no\t" + e.toString().replaceAll("\\s+", " ");
        }
    }

    private static List<Path> files(String... request) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : Arrays.asList(request).subList(1, request.length)) {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                try (Stream<Path> entries = Files.list(path)) {
                    entries.sorted().forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static Way each(ReadOne one) {
        return files -> () -> {
            Pass all = Pass.NONE;
            for (Path file : files) {
                all = all.plus(one.run(file));
            }
            return all;
        };
    }

    private static MarcFiles.Builder marcFiles(String threads) {
        return MarcFiles.builder().threads(threads(threads));
    }

    private static int threads(String threads) {
        return threads.equals(ALL) ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(threads);
    }

    private static Path[] paths(List<Path> files) {
        return files.toArray(Path[]::new);
    }

    private static long checksum(MarcRecord record) {
        return checksum(Readers.title(record));
    }

    /** The CRC-32 of the title in UTF-8: every language has it, and sums of it do not depend on the order. */
    static long checksum(String title) {
        CRC32 crc = new CRC32();
        crc.update(title.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
