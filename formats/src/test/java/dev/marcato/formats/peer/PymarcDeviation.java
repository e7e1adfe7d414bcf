// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Encoding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What pymarc 5.4 makes otherwise of a field, one by one, each with its reason. A test names those that are in its records and
 * in how many fields; all else must be equal, so that the list stays true. Text is compared after NFC, as pymarc composes
 * what it reads in MARC-8.
 */
enum PymarcDeviation {
    /** Leaves the two halves of a ligature or double tilde of MARC-8 as they are coded; Unicode has one mark for both, which we take. */
    HALVES_STAY_APART {
        @Override
        String field(String field) {
            String ligatures = LIGATURE.matcher(field).replaceAll("\uFE20$1\uFE21");
            return DOUBLE_TILDE.matcher(ligatures).replaceAll("\uFE22$1\uFE23");
        }
    },

    /** Takes a numeric character reference in MARC-8 for text: its rule is of 2004, and pymarc's decoder is older. */
    REFERENCES_ARE_TEXT {
        @Override
        String field(String field) {
            return field.codePoints()
                    .mapToObj(each -> isInMarc8(each) ? Character.toString(each) : String.format(REFERENCE, each))
                    .collect(Collectors.joining());
        }
    },

    /** Knows extended Cyrillic and Arabic by their codes in the right half (G1) alone, and puts a blank for those in the left, where we write them. */
    NO_EXTENDED_SETS_IN_LEFT_HALF {
        @Override
        String field(String field) {
            return EXTENDED_SETS.matcher(field).replaceAll(" ");
        }
    },

    /** Leaves out the controls of MARC-8: non-sorting characters and joiners. */
    NO_CONTROLS {
        @Override
        String field(String field) {
            return field.replaceAll("[\u0098\u009C\u200C\u200D]", "");
        }
    },

    /** Has a character of private use for one of East Asia, where the table of the Library of Congress has U+318D now. */
    OLD_TABLE {
        @Override
        String field(String field) {
            return field.replace('\u318D', '\uE8B1');
        }
    },

    /** Neither reads nor writes the mnemonics of MARCMaker, as its own documentation says: a dollar sign is as a delimiter to it. */
    NO_MNEMONICS {
        @Override
        String field(String field) {
            return field.replace("$", "{dollar}");
        }
    },

    /** Writes blanks of MARCMaker as backslashes, and does not read these as blanks. */
    BACKSLASHES_ARE_TEXT {
        @Override
        String field(String field) {
            int blanksTo = field.startsWith("00") ? field.length() : INDICATORS_END;
            String blanks = field.substring(VALUE, blanksTo).replace(' ', '\\');
            return field.substring(0, VALUE) + blanks + field.substring(blanksTo);
        }
    };

    private static final String REFERENCE = "&#x%04X;";
    private static final int VALUE = 4;
    private static final int INDICATORS_END = VALUE + 2;
    private static final Pattern LIGATURE = Pattern.compile("\u0361(\\P{M}\\p{M}*)");
    private static final Pattern DOUBLE_TILDE = Pattern.compile("\u0360(\\P{M}\\p{M}*)");
    private static final Pattern EXTENDED_SETS = Pattern.compile(
            "[\u0401-\u040C\u040E\u040F\u042A\u0451-\u045C\u045E\u045F\u0462\u0463\u046A\u046B\u0472-\u0475\u0490\u0491\u0672-\u06FD]");

    /** What pymarc makes of a field that we read or wrote; the same text where it has nothing of the kind. */
    abstract String field(String field);

    /** Whether MARC-8 has a character, not only a reference to it. */
    static boolean isInMarc8(int codePoint) {
        if (codePoint < 0x80) {
            return true;
        }
        String text = Character.toString(codePoint);
        return Encoding.MARC_8.canEncode(text) && Encoding.MARC_8.encode(text)[0] != '&';
    }

    /**
     * Asserts that pymarc has our records, but for these deviations.
     *
     * @param listed in how many fields each deviation is; all are made, in their order
     */
    static void assertReadAlike(List<PeerRecord> theirs, List<PeerRecord> ours, Map<PymarcDeviation, Integer> listed) {
        Map<PymarcDeviation, Integer> seen = new EnumMap<>(PymarcDeviation.class);
        List<PeerRecord> expected = new ArrayList<>();
        for (PeerRecord record : ours) {
            expected.add(record.composed()
                    .with(field -> deviated(field, listed, seen))
                    .composed());
        }
        List<PeerRecord> composed = theirs.stream().map(PeerRecord::composed).toList();
        assertThat(composed).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(composed.get(i)).as("record %d", i).isEqualTo(expected.get(i));
        }
        assertThat(seen).as("fields with each deviation").isEqualTo(listed);
    }

    private static String deviated(
            String field, Map<PymarcDeviation, Integer> listed, Map<PymarcDeviation, Integer> seen) {
        String text = field;
        for (PymarcDeviation each : values()) {
            String other = listed.containsKey(each) ? each.field(text) : text;
            if (!other.equals(text)) {
                seen.merge(each, 1, Integer::sum);
                text = other;
            }
        }
        return text;
    }
}
