// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.ControlField;
import dev.marcato.DataField;
import dev.marcato.MarcRecord;
import dev.marcato.RecordEditor;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Records made up of common words, the same at every run: short ones of about 264 bytes with a handful of fields, long ones
 * of about 1,360 bytes with the fields that a full bibliographic record has.
 */
final class SyntheticRecords {
    /** The lengths that are made, in bytes, on average. */
    static final List<Integer> LENGTHS = List.of(264, 1360);

    private static final long SEED = 264_1360;
    private static final List<String> WORDS = List.of(
            "history",
            "of",
            "the",
            "northern",
            "islands",
            "and",
            "their",
            "birds",
            "a",
            "study",
            "in",
            "early",
            "music",
            "letters",
            "from",
            "mountain",
            "villages",
            "garden",
            "design",
            "for",
            "beginners",
            "economic",
            "theory",
            "caf\u00E9",
            "society",
            "\u00E9tudes",
            "M\u00FCnchen",
            "atlas",
            "rivers",
            "collected",
            "essays",
            "on",
            "light");
    private static final List<String> NAMES =
            List.of("Arden", "Bell\u00F3", "Costa", "Dubois", "Eriksen", "Fischer", "Garc\u00EDa", "Hansen", "Ito");

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final boolean full;
    private int made;

    /** @param length one of {@link #LENGTHS} */
    SyntheticRecords(int length) {
        full = length > LENGTHS.get(0);
    }

    MarcRecord next() {
        made++;
        RecordEditor editor = MarcRecord.builder()
                .add(ControlField.of("001", String.format(Locale.ROOT, "syn%08d", made)))
                .add(ControlField.of("008", "850101s1985    xxu           000 0 eng d"));
        return full ? fill(editor) : fillShort(editor);
    }

    private MarcRecord fillShort(RecordEditor editor) {
        return editor.add(DataField.of("100", '1', ' ').with('a', name()))
                .add(DataField.of("245", '1', '0').with('a', words(64)).with('c', name()))
                .add(DataField.of("260", ' ', ' ').with('b', words(18)).with('c', "1985"))
                .build();
    }

    private MarcRecord fill(RecordEditor editor) {
        editor.add(DataField.of("020", ' ', ' ').with('a', digits(13)))
                .add(DataField.of("040", ' ', ' ').with('a', "XxX").with('c', "XxX"))
                .add(DataField.of("050", '0', '0').with('a', "QL" + digits(3)).with('b', ".A" + digits(2)))
                .add(DataField.of("082", '0', '4')
                        .with('a', digits(3) + "." + digits(2))
                        .with('2', "20"))
                .add(DataField.of("100", '1', ' ').with('a', name()).with('d', "1950-"))
                .add(DataField.of("245", '1', '0')
                        .with('a', words(60) + " :")
                        .with('b', words(50) + " /")
                        .with('c', name()))
                .add(DataField.of("250", ' ', ' ').with('a', "2nd ed."))
                .add(DataField.of("260", ' ', ' ')
                        .with('a', words(14) + " :")
                        .with('b', words(24) + ",")
                        .with('c', "1985."))
                .add(DataField.of("300", ' ', ' ')
                        .with('a', digits(3) + " p. :")
                        .with('b', "ill. ;")
                        .with('c', "24 cm."))
                .add(DataField.of("490", '1', ' ').with('a', words(40)).with('v', digits(2)))
                .add(DataField.of("500", ' ', ' ').with('a', words(70)))
                .add(DataField.of("504", ' ', ' ').with('a', "Includes bibliographical references and index."))
                .add(DataField.of("520", ' ', ' ').with('a', words(208)));
        for (int i = 0; i < 5; i++) {
            editor.add(DataField.of("650", ' ', '0').with('a', words(22)).with('x', words(12)));
        }
        for (int i = 0; i < 2; i++) {
            editor.add(DataField.of("700", '1', ' ').with('a', name()).with('e', "editor"));
        }
        return editor.add(DataField.of("830", ' ', '0').with('a', words(34)).with('v', digits(2)))
                .build();
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size())) + ", " + (char) ('A' + random.nextInt(26)) + ".";
    }

    private String digits(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(random.nextInt(10));
        }
        return text.toString();
    }

    /** Words until there are about so many characters. */
    private String words(int characters) {
        StringBuilder text = new StringBuilder();
        while (text.length() < characters - 3) {
            text.append(text.isEmpty() ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return text.toString();
    }
}
