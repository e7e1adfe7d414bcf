// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measures real records for the generator: figures alone, no text. The tables of {@link BibliographicProfile} and
 * {@link AuthorityProfile} are its output, and a test measures again.
 *
 * <p>Fields 880 and 066 are no lines of the table, since the generator makes them where it links a field; {@code $6} is
 * left out of the codes for the same reason. A tag that a single record has is left out.
 */
final class ProfileMeter {
    private static final int LEADERS_KEPT = 12;
    private static final int CODES_KEPT = 6;
    private static final int INDICATORS_KEPT = 4;
    private static final int REPEATS_KEPT = 8;

    private final List<TestRecord> records;

    private ProfileMeter(List<TestRecord> records) {
        this.records = records;
    }

    static String measure(List<TestRecord> records) {
        ProfileMeter meter = new ProfileMeter(records);
        return meter.head() + meter.tags();
    }

    private String head() {
        List<TestRecord> foreign =
                records.stream().filter(ProfileMeter::foreign).toList();
        List<TestField> dataFields =
                foreign.stream().flatMap(r -> measured(r).stream()).toList();
        List<Integer> links = records.stream()
                .map(r -> r.fields("880").size())
                .filter(n -> n > 0)
                .toList();
        List<String> leaders = records.stream()
                .map(r -> r.leader().substring(5, 10) + r.leader().substring(17))
                .toList();
        return "records = " + records.size()
                + "\nleaders = " + Histogram.measure(leaders, LEADERS_KEPT)
                + "\nfields-per-record = "
                + Quantiles.measure(records.stream().map(r -> r.fields().size()).toList())
                + "\nnon-ascii-records = " + foreign.size()
                + "\nnon-ascii-fields = "
                + dataFields.stream().filter(f -> !ascii(f)).count()
                + "\ndata-fields-in-those = " + dataFields.size()
                + "\nrecords-with-880 = " + links.size()
                + "\n880-in-those = "
                + Histogram.measure(links.stream().map(String::valueOf).toList(), REPEATS_KEPT)
                + "\n";
    }

    private String tags() {
        SortedMap<String, List<TestRecord>> byTag = new TreeMap<>();
        for (TestRecord each : records) {
            each.fields().stream()
                    .map(TestField::tag)
                    .filter(tag -> !tag.equals("880") && !tag.equals("066"))
                    .distinct()
                    .forEach(tag ->
                            byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(each));
        }
        StringBuilder table = new StringBuilder();
        byTag.forEach((tag, holders) -> {
            if (holders.size() > 1) {
                table.append(line(tag, holders)).append('\n');
            }
        });
        return table.toString();
    }

    private static String line(String tag, List<TestRecord> holders) {
        List<TestField> fields =
                holders.stream().flatMap(r -> r.fields(tag).stream()).toList();
        List<String> repeats =
                holders.stream().map(r -> String.valueOf(r.fields(tag).size())).toList();
        List<TestField> dataFields = fields.stream().filter(f -> !f.isControl()).toList();
        return String.join(
                " ",
                tag,
                String.valueOf(holders.size()),
                Histogram.measure(repeats, REPEATS_KEPT),
                Quantiles.measure(fields.stream().map(TestField::length).toList()),
                Histogram.measure(dataFields.stream().map(ProfileMeter::codes).toList(), CODES_KEPT),
                Histogram.measure(
                        dataFields.stream().map(f -> f.text().substring(0, 2)).toList(), INDICATORS_KEPT));
    }

    private static String codes(TestField field) {
        StringBuilder codes = new StringBuilder();
        Arrays.stream(field.text().split("\u001F"))
                .skip(1)
                .filter(part -> !part.startsWith("6"))
                .forEach(part -> codes.append(part.charAt(0)));
        return codes.toString();
    }

    private static List<TestField> measured(TestRecord record) {
        return record.fields().stream()
                .filter(f -> !f.isControl() && !f.tag().equals("880"))
                .toList();
    }

    private static boolean foreign(TestRecord record) {
        return !record.fields().stream().allMatch(ProfileMeter::ascii);
    }

    static boolean ascii(TestField field) {
        for (byte b : field.content()) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
