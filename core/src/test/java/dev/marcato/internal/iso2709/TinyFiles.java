// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.marcato.Sample;
import dev.marcato.testkit.Corrupter;
import dev.marcato.testkit.Fault;
import dev.marcato.testkit.TestField;
import dev.marcato.testkit.TestRecord;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Files so small that they can be cut everywhere. */
final class TinyFiles {
    private static final String LEADER = "00000nam a2200000 i 4500";

    private TinyFiles() {}

    /** Clean and damaged ones, of a few hundred bytes each. */
    static Stream<Sample> all() {
        String one = text(record("1", "a"));
        String two = text(record("2", "b"));
        String bare = text(TestRecord.of(LEADER, List.of()));
        return Stream.of(
                file("nothing"),
                file("one byte", "0"),
                file("clean", one, two, bare, one),
                file("filler between", one, "\n", two, " \r\n\0", bare, "      ", one, "\u001A"),
                file("byte order marks", "\u00EF\u00BB\u00BF", one, "\u00EF\u00BB\u00BF", two, "\n\u00EF\u00BB", one),
                file("doubled terminators", one, "\u001D", two, "\u001E\u001D", one, "\u001D\n\u001D"),
                file("embedded terminators", embedded(one, "\u001D"), two, embedded(one, "\u001E\u001D"), two),
                file("a leader inside a field", one, embedded(two, "\u001E\u001D00060nam a22"), one),
                file("blank lengths", "     " + one.substring(5), "  \n     " + two.substring(5), one),
                file("lost terminators", shortened(one, 1), shortened(two, 2), one, shortened(two, 1), one),
                file("lines for terminators", shortened(one, 1), "\n", shortened(two, 1), "\r\n", one),
                file("cut off", one.substring(0, 30), two, one, two.substring(0, 50)),
                file("begins within", one.substring(40), two, "garbage", one),
                file(
                        "wrong lengths",
                        "00999" + one.substring(5),
                        "00003" + two.substring(5),
                        "99999" + one.substring(5)),
                file("wrong base addresses", wrongBase(one), two, wrongBase(two), one),
                file("separators in the leader", one, separatorsInLeader(two), one, separatorsInLeader(one)),
                file("blank signs", one.replace(" i ", "^i#"), two, two.replace(" i ", "\\i "), one),
                file("torn", torn(one, 20, "\n"), two, torn(one, 17, "\r\n"), two),
                file("terminators only", "\u001D\u001D\u001E\u001E\u001D\u001E\u001F\u001D".repeat(12)),
                file("leaders only", one.substring(0, 24).repeat(6)),
                file("directories only", one.substring(24, 49).repeat(8)));
    }

    /** Filler so long that it is cut into pieces, behind which a record starts, or does not. */
    static Stream<Sample> longFiller() {
        String one = text(record("1", "a"));
        String two = text(record("2", "b"));
        int longest = Iso2709Cutter.LONG_FILLER;
        return Stream.of(
                file("before records", " ".repeat(longest + 5), one, two),
                file("between records", one, "\0".repeat(longest), two, "\n".repeat(longest + 1), one),
                file("much between records", one, " ".repeat(2 * longest + 30), two, " ".repeat(5 * longest), two),
                file("before a blank length", one, " ".repeat(2 * longest - 64), "     " + two.substring(5), one),
                file("before garbage", one, "\n".repeat(longest + 70), "garbage", two, "garbage", two),
                file("behind damage", shortened(one, 3), "\u001D" + " ".repeat(longest + 1), "garbage\u001D", two),
                file("inside a record", embedded(one, " ".repeat(longest + 9)), two),
                file("behind a terminator inside", embedded(one, "\u001D" + " ".repeat(longest + 9)), two),
                file("at the end", one, "\u001A".repeat(3 * longest)),
                file("byte order marks", one, "\u00EF\u00BB\u00BF".repeat(longest), two, "\u00EF\u00BB"));
    }

    /** Damage that goes on for longer than a window, behind records that could be taken for the beginning of it. */
    static Stream<Sample> longStretches() {
        String one = text(record("1", "a"));
        String two = text(record("2", "b"));
        String garbage = "garbage ".repeat(40_000);
        return Stream.of(
                file("behind a clean record without a plausible leader", one, separatorsInLeader(two), garbage, one),
                file(
                        "a start at the end of a window",
                        one,
                        separatorsInLeader(two),
                        "x".repeat((128 << 10) - 70) + "\u001E",
                        shortened(two, 1),
                        garbage,
                        one),
                file("behind a record that lost its end", one, shortened(two, 2), garbage, one),
                file("behind an empty record", one, two, "\u001D", garbage, "\u001D", one),
                file("behind a cut leader", one, two.substring(0, 20), garbage, "\u001E\u001D", one));
    }

    /** A record with a fault between two without. */
    static Sample with(Fault fault, long seed) {
        TestRecord two = record("2", "two \u00E9").withFieldAdded(2, TestField.of("500", "  \u001Fanote\u001Fbmore"));
        List<TestRecord> records = List.of(record("1", "one"), two, record("3", "three"));
        return new Sample(
                fault + " in a small record, seed " + seed,
                Corrupter.seeded(seed).at(records, 1, fault).bytes());
    }

    private static TestRecord record(String number, String text) {
        return TestRecord.of(LEADER, List.of(TestField.of("001", number), TestField.of("245", "10\u001Fa" + text)));
    }

    private static String text(TestRecord record) {
        return new String(record.toIso2709(), ISO_8859_1);
    }

    private static Sample file(String name, String... parts) {
        return new Sample(name, String.join("", parts).getBytes(ISO_8859_1));
    }

    /** In the last field, of which nothing knows. */
    private static String embedded(String record, String what) {
        int at = record.length() - 3;
        return record.substring(0, at) + what + record.substring(at);
    }

    private static String shortened(String record, int bytes) {
        return record.substring(0, record.length() - bytes);
    }

    private static String wrongBase(String record) {
        return record.substring(0, 12) + "00031" + record.substring(17);
    }

    /** A clean record all the same: lengths and terminators agree. */
    private static String separatorsInLeader(String record) {
        char[] changed = record.toCharArray();
        for (int position : List.of(5, 6, 10, 11, 20)) {
            changed[position] = 0x1F;
        }
        return new String(changed);
    }

    private static String torn(String record, int every, String by) {
        String[] lines = new String[(record.length() + every - 1) / every];
        Arrays.setAll(lines, i -> record.substring(i * every, Math.min(record.length(), (i + 1) * every)));
        return String.join(by, lines);
    }
}
