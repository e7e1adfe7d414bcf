// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a set of records looks like in figures: the generator draws from it. The text form is what {@link ProfileMeter}
 * prints: lines of a name and a value, then a line for each tag. Immutable in what it shows, safe for threads.
 */
final class Profile {
    /** A tag that so many of a hundred records have belongs to every record, rich or poor. */
    private static final int BASIC_PERCENT = 90;

    private final int records;
    private final Histogram leaders;
    private final Quantiles fieldsPerRecord;
    private final int nonAsciiRecords;
    private final int nonAsciiFields;
    private final int nonAsciiFieldsPossible;
    private final int linkedRecords;
    private final Histogram linksPerRecord;
    private final List<TagProfile> tags;
    private final Map<Integer, Integer> richness = new ConcurrentHashMap<>();

    private Profile(Map<String, String> head, List<TagProfile> tags) {
        this.records = number(head, "records");
        this.leaders = Histogram.parse(value(head, "leaders"));
        this.fieldsPerRecord = Quantiles.parse(value(head, "fields-per-record"));
        this.nonAsciiRecords = number(head, "non-ascii-records");
        this.nonAsciiFields = number(head, "non-ascii-fields");
        this.nonAsciiFieldsPossible = number(head, "data-fields-in-those");
        this.linkedRecords = number(head, "records-with-880");
        this.linksPerRecord = Histogram.parse(value(head, "880-in-those"));
        this.tags = tags;
    }

    static Profile parse(String table) {
        Map<String, String> head = table.lines()
                .filter(line -> line.contains(" = "))
                .map(line -> line.split(" = "))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        List<TagProfile> tags = table.lines()
                .filter(line -> !line.contains(" = "))
                .map(TagProfile::parse)
                .toList();
        return new Profile(head, tags);
    }

    private static int number(Map<String, String> head, String name) {
        return Integer.parseInt(value(head, name));
    }

    private static String value(Map<String, String> head, String name) {
        return Objects.requireNonNull(head.get(name), name);
    }

    /** Leader positions 5-9 and 17-23 of a record, twelve characters. */
    String drawLeader(Dice dice) {
        return leaders.draw(dice);
    }

    boolean drawForeign(Dice dice) {
        return dice.chance(nonAsciiRecords, records);
    }

    boolean drawNonAsciiField(Dice dice) {
        return nonAsciiFieldsPossible > 0 && dice.chance(nonAsciiFields, nonAsciiFieldsPossible);
    }

    /** Number of linked fields (880) for a record with text that is not ASCII, mostly none. */
    int drawLinks(Dice dice) {
        boolean linked = nonAsciiRecords > 0 && dice.chance(linkedRecords, nonAsciiRecords);
        return linked ? linksPerRecord.drawNumber(dice) : 0;
    }

    /**
     * Tag and number of occurrences, in the order of the table; records are richer and poorer as the measured ones are.
     */
    List<Map.Entry<TagProfile, Integer>> drawTags(Dice dice) {
        int factor = richness.computeIfAbsent(fieldsPerRecord.draw(dice), this::factorFor);
        Function<TagProfile, Integer> occurrences =
                tag -> dice.below(1000) < presence(tag, factor) ? tag.repeats().drawNumber(dice) : 0;
        return tags.stream()
                .map(tag -> Map.entry(tag, occurrences.apply(tag)))
                .filter(entry -> entry.getValue() > 0)
                .toList();
    }

    private int presence(TagProfile tag, int factor) {
        int measured = 1000 * tag.records() / records;
        boolean basic = measured >= 10 * BASIC_PERCENT;
        return basic ? measured : Math.min(1000, (int) ((long) measured * factor / 1000));
    }

    /** The factor on the presence of optional tags, in thousandths, that makes a record of so many fields. */
    private int factorFor(int fields) {
        int low = 0;
        int high = 1_000_000;
        while (low < high) {
            int middle = (low + high) / 2;
            if (expectedFields(middle) < fields) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long expectedFields(int factor) {
        return tags.stream()
                        .mapToLong(tag ->
                                (long) presence(tag, factor) * tag.repeats().meanPerMille())
                        .sum()
                / 1_000_000;
    }
}
