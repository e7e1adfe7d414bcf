// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.io.MarcInput;
import dev.marcato.testkit.RecordGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A program that reads so many bytes of the same pattern over and over, keeps nothing, and prints the account: for a JVM
 * of its own with a small heap.
 */
final class EndlessInput extends InputStream {
    private static final int LARGE_FIELDS = 1838;
    private static final int LARGE_FIELD = 9000;

    private final List<Stretch> pattern;
    private long left;
    private int stretch;
    private int turn;
    private int at;

    EndlessInput(List<Stretch> pattern, long bytes) {
        this.pattern = pattern;
        this.left = bytes;
    }

    /** Some bytes, so many times. */
    private record Stretch(byte[] bytes, int times) {}

    /** @param arguments the pattern's name, how many bytes of it, and if not by a reader, on how many threads; then a
     *     file to put them into first */
    public static void main(String[] arguments) throws Exception {
        AtomicLong heard = new AtomicLong();
        EndlessInput in = new EndlessInput(pattern(arguments[0]), Long.parseLong(arguments[1]));
        if (arguments.length > 2) {
            MarcInput input = MarcInput.of(in, "");
            if (arguments.length > 3) {
                Path file = Path.of(arguments[3]);
                Files.copy(in, file);
                input = MarcInput.of(file);
            }
            readOnThreads(input, Integer.parseInt(arguments[2]), Long.parseLong(arguments[1]));
            return;
        }
        try (MarcReader reader = MarcReader.builder()
                .inspect(true)
                .listener(diagnostic -> heard.incrementAndGet())
                .rejectsTo(OutputStream.nullOutputStream())
                .originalsTo(OutputStream.nullOutputStream())
                .open(in)) {
            long delivered = 0;
            for (MarcRecord record : reader) {
                delivered += record.size() > 0 ? 1 : 0;
            }
            ReadSummary summary = reader.summary();
            Reading.assertAccount(summary, Long.parseLong(arguments[1]));
            System.out.println(delivered + " records delivered, " + heard + " diagnostics");
        }
    }

    private static void readOnThreads(MarcInput input, int threads, long bytes) throws IOException {
        AtomicLong heard = new AtomicLong();
        AtomicLong delivered = new AtomicLong();
        MarcFiles files = MarcFiles.builder()
                .threads(threads)
                .inspect(true)
                .listener(diagnostic -> heard.incrementAndGet())
                .rejectsTo(OutputStream.nullOutputStream())
                .originalsTo(OutputStream.nullOutputStream())
                .of(List.of(input));
        MarcWriter writer =
                MarcWriter.builder().oversize(OversizePolicy.OVERFLOW).open(OutputStream.nullOutputStream());
        files.writeTo(writer, record -> {
            delivered.incrementAndGet();
            return record;
        });
        Reading.assertAccount(files.summary(), bytes);
        System.out.println(delivered + " records delivered, " + heard + " diagnostics");
    }

    private static List<Stretch> pattern(String name) {
        byte[] record = RecordGenerator.seeded(1).record(0).toIso2709();
        return switch (name) {
            case "zeros" -> stretch(new byte[1]);
            case "nines" -> stretch("9".getBytes(ISO_8859_1));
            case "letters" -> stretch("a".getBytes(ISO_8859_1));
            case "record terminators" -> stretch(new byte[] {0x1D});
            case "field terminators" -> stretch(new byte[] {0x1E});
            case "leaders" -> stretch("00000nam a2200000   4500".getBytes(ISO_8859_1));
            case "directory entries" -> stretch("001000900000".getBytes(ISO_8859_1));
            case "a record that lost its end" -> stretch(Arrays.copyOf(record, record.length - 1));
            case "a record" -> stretch(record);
            case "records near the limit" -> nearTheLimit(record);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static List<Stretch> stretch(byte[] bytes) {
        return List.of(new Stretch(bytes, 1));
    }

    /** Two records of almost 16 MiB, and many of usual size; no array holds a large one. */
    private static List<Stretch> nearTheLimit(byte[] usual) {
        StringBuilder head = new StringBuilder("99999nam a22")
                .append(24 + 12 * LARGE_FIELDS + 1)
                .append("   4500");
        for (int i = 0; i < LARGE_FIELDS; i++) {
            head.append(String.format("500%04d%05d", LARGE_FIELD, i * LARGE_FIELD % 100_000));
        }
        byte[] field = ("  \u001Fa" + "x".repeat(LARGE_FIELD - 5) + "\u001E").getBytes(ISO_8859_1);
        List<Stretch> large = List.of(
                new Stretch(head.append('\u001E').toString().getBytes(ISO_8859_1), 1),
                new Stretch(field, LARGE_FIELDS),
                new Stretch(new byte[] {0x1D}, 1));
        List<Stretch> all = new ArrayList<>(large);
        all.addAll(large);
        all.add(new Stretch(usual, 500));
        return all;
    }

    @Override
    public int read() {
        if (left == 0) {
            return -1;
        }
        left--;
        Stretch current = pattern.get(stretch);
        int next = current.bytes()[at] & 0xFF;
        at++;
        if (at == current.bytes().length) {
            at = 0;
            turn++;
            if (turn == current.times()) {
                turn = 0;
                stretch = (stretch + 1) % pattern.size();
            }
        }
        return next;
    }

    @Override
    public int read(byte[] b, int from, int length) {
        int count = (int) Math.min(length, left);
        if (count == 0) {
            return length == 0 ? 0 : -1;
        }
        for (int i = from; i < from + count; i++) {
            b[i] = (byte) read();
        }
        return count;
    }
}
