// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.bench.Readers.Pass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Conversion as whole processes, from a file of 100 MB to nowhere, with a heap of 64 MB: Marcato on all cores and on one, yaz-marcdump
 * and marc4j, in turns. Prints Markdown. Argument: the number of rounds. {@code ./marcato} must be built; from the project's root.
 */
public final class Conversions {
    private static final String COUNT_XML = "grep -oE '<([a-z]+:)?record[ >]' | wc -l";
    private static final String COUNT_JSON = "grep -o '\"leader\"' | wc -l";
    private static final String COUNT_RECORDS = "tr -cd '\\035' | wc -c";

    private final int rounds;

    private Conversions(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Conversions all = new Conversions(args.length > 0 ? Integer.parseInt(args[0]) : 5);
        Data latin = Data.of("ISO 2709", BenchData.MEDIUM);
        all.run("ISO 2709 to MARCXML", latin, "iso2709", "marcxml", COUNT_XML, "-f utf8 -t utf8 -o marcxml", 10, 25, 6);
        all.run("ISO 2709 to JSON", latin, "iso2709", "ndjson", COUNT_JSON, "-f utf8 -t utf8 -o json", 8, 0, 0);
        all.run(
                "MARCXML to ISO 2709",
                converted(latin, "marcxml"),
                "marcxml",
                "iso2709",
                COUNT_RECORDS,
                "-i marcxml -o marc",
                3,
                8,
                0);
        all.run(
                "JSON to ISO 2709",
                converted(latin, "ndjson"),
                "ndjson",
                "iso2709",
                COUNT_RECORDS,
                "-i json -o marc",
                0,
                15,
                0);
        Data marc8 = Data.of("ISO 2709", BenchData.MARC_8);
        all.run(
                "MARC-8 to UTF-8",
                marc8,
                "marc8",
                "iso2709",
                COUNT_RECORDS,
                "-f marc8 -t utf8 -l 9=97 -o marc",
                10,
                0,
                0);
    }

    private static Data converted(Data data, String format) throws IOException, InterruptedException {
        Path from = Path.of(data.files().get(0));
        Path file = from.resolveSibling(from.getFileName() + "." + format);
        if (!Files.exists(file)) {
            Command.of("./marcato", "convert", "-q", "--to", format, from.toString(), "-o", file.toString())
                    .seconds();
        }
        return Data.of(format, List.of(file), Files.size(file), data.records());
    }

    private void run(
            String title,
            Data data,
            String from,
            String to,
            String count,
            String yazOptions,
            double overYaz,
            double overMarc4j,
            double oneCoreOverYaz)
            throws IOException, InterruptedException {
        String file = data.files().get(0);
        String convert = "./marcato convert -q" + (from.equals("marc8") ? " --to-encoding utf8" : " --from " + from)
                + " --to " + to;
        Entrant all = entrant("Marcato, all cores", data, convert + " " + file, count);
        Entrant one = entrant("Marcato, 1 thread", data, convert + " --threads 1 " + file, count);
        Entrant yaz = entrant("yaz-marcdump", data, "yaz-marcdump " + yazOptions + " " + file, count);
        Entrant marc4j = entrant(
                "marc4j",
                data,
                String.join(
                        " ",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC -Xmx1g -cp",
                        System.getProperty("java.class.path"),
                        Marc4jConversion.class.getName(),
                        from.equals("ndjson") ? "json" : from,
                        to.equals("ndjson") ? "json" : to,
                        file),
                count);
        List<Entrant> entrants = new ArrayList<>(List.of(all, one, yaz, marc4j));
        Contest contest = new Contest(title, rounds, 0, entrants);
        contest.print(all, one);
        target(contest, overYaz, all, yaz);
        target(contest, overMarc4j, all, marc4j);
        target(contest, oneCoreOverYaz, one, yaz);
    }

    private static void target(Contest contest, double wanted, Entrant ours, Entrant other) {
        if (wanted > 0) {
            contest.target(wanted, ours, other);
        }
    }

    private static Entrant entrant(String name, Data data, String command, String count) {
        return Entrant.whole(
                name,
                data,
                Command.of("sh", "-c", "exec " + command).options("-Xmx64m"),
                Command.of("sh", "-c", command + " | " + count).options("-Xmx64m"),
                output -> new Pass(Long.parseLong(output.strip()), 0));
    }
}
