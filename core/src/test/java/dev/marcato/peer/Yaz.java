// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * yaz-marcdump, without conversion of characters. Of its outputs only JSON keeps every byte: control characters as
 * {@code \}{@code u001b}, all others as they are. It writes each name and value on a line of its own.
 */
final class Yaz implements Peer {
    private static final String PROGRAM = "yaz-marcdump";
    private static final String TEXT = "\"((?:[^\"\\\\]++|\\\\.)*+)\"";
    private static final Pattern LEADER = Pattern.compile("^  \"leader\": " + TEXT + ",$");
    private static final Pattern CONTROL_FIELD = Pattern.compile("^      " + TEXT + ": " + TEXT + "$");
    private static final Pattern DATA_FIELD = Pattern.compile("^      " + TEXT + ": \\{$");
    private static final Pattern INDICATOR = Pattern.compile("^        \"ind(\\d)\": " + TEXT + ",?$");
    private static final Pattern SUBFIELD = Pattern.compile("^            " + TEXT + ": " + TEXT + "$");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

    /** Skips the calling test, with a line, where the program is not installed. */
    static Yaz installed() {
        try {
            Process process =
                    new ProcessBuilder(PROGRAM, "-V").redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
        } catch (IOException e) {
            Assumptions.abort("skipped: " + PROGRAM + " is not installed");
        }
        return new Yaz();
    }

    @Override
    public List<List<PeerField>> read(byte[] file) {
        try {
            Path input = Files.createTempFile("yaz", ".mrc");
            try {
                Files.write(input, file);
                Process process = new ProcessBuilder(PROGRAM, "-o", "json", input.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                try (InputStream out = process.getInputStream()) {
                    return parse(new String(out.readAllBytes(), ISO_8859_1));
                }
            } finally {
                Files.delete(input);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<PeerField>> parse(String json) {
        List<List<PeerField>> records = new ArrayList<>();
        String tag = "";
        StringBuilder subfields = new StringBuilder();
        StringBuilder indicators = new StringBuilder();
        for (String line : json.split("\n")) {
            Matcher subfield = SUBFIELD.matcher(line);
            Matcher indicator = INDICATOR.matcher(line);
            Matcher control = CONTROL_FIELD.matcher(line);
            Matcher data = DATA_FIELD.matcher(line);
            if (LEADER.matcher(line).matches()) {
                records.add(new ArrayList<>());
            } else if (subfield.matches()) {
                subfields.append('\u001F').append(plain(subfield.group(1))).append(plain(subfield.group(2)));
            } else if (indicator.matches()) {
                indicators.append(plain(indicator.group(2)));
            } else if (control.matches()) {
                last(records).add(new PeerField(plain(control.group(1)), plain(control.group(2))));
            } else if (data.matches()) {
                tag = plain(data.group(1));
            } else if (line.startsWith("      }")) {
                last(records)
                        .add(new PeerField(tag, indicators.append(subfields).toString()));
                subfields.setLength(0);
                indicators.setLength(0);
            }
        }
        return records;
    }

    private static List<PeerField> last(List<List<PeerField>> records) {
        return records.get(records.size() - 1);
    }

    private static String plain(String json) {
        return ESCAPE.matcher(json).replaceAll(match -> {
            String escape = match.group(1);
            String character = switch (escape.charAt(0)) {
                case 'u' -> String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
                case 'n' -> "\n";
                case 'r' -> "\r";
                case 't' -> "\t";
                case 'b' -> "\b";
                case 'f' -> "\f";
                default -> escape;
            };
            return Matcher.quoteReplacement(character);
        });
    }
}
