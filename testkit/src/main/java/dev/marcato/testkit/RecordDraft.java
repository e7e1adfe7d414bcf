// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** One record in the making: draws tags, codes, lengths and text, links fields, puts all in order. */
final class RecordDraft {
    private static final String DELIMITER = "\u001F";
    private static final Set<String> LINKABLE =
            Set.of("100", "110", "240", "245", "246", "250", "260", "264", "362", "490", "700", "710", "780", "785");
    private static final Set<String> LOCAL = Set.of("035", "906", "925", "955");

    private final Dice dice;
    private final RecordKind kind;
    private final TextCoding coding;
    private final boolean manyScripts;
    private final boolean foreign;

    RecordDraft(Dice dice, RecordKind kind, TextCoding coding, boolean manyScripts) {
        this.dice = dice;
        this.kind = kind;
        this.coding = coding;
        this.manyScripts = manyScripts;
        this.foreign = coding.hasMarks() && (manyScripts || kind.profile().drawForeign(dice));
    }

    TestRecord record(int index) {
        String codes = kind.profile().drawLeader(dice);
        String controlNumber = kind.controlNumberPrefix() + (10_000_000 + index);
        List<TestField> fields = new ArrayList<>();
        kind.profile().drawTags(dice).forEach(entry -> {
            for (int i = entry.getValue(); i > 0; i--) {
                fields.add(field(entry.getKey(), controlNumber));
            }
        });
        if (foreign && coding.hasScripts()) {
            link(fields);
        }
        order(fields);
        return TestRecord.of("00000" + codes.substring(0, 4) + scheme() + "2200000" + codes.substring(5), fields);
    }

    /** Leader position 9; in UNIMARC it says nothing of text. */
    private char scheme() {
        return kind != RecordKind.UNIMARC && coding == TextCoding.UTF8 ? 'a' : ' ';
    }

    private TestField field(TagProfile profile, String controlNumber) {
        String tag = profile.tag();
        int length = profile.lengths().draw(dice);
        if (profile.codes().isEmpty()) {
            return TestField.of(tag, new FixedFields(dice).value(tag, length, controlNumber));
        }
        String codes = profile.codes().draw(dice);
        String indicators = profile.indicators().draw(dice);
        if (kind == RecordKind.UNIMARC && tag.equals("100")) {
            String general = new FixedFields(dice).unimarcGeneral(coding);
            return TestField.of(tag, indicators + DELIMITER + "a" + general);
        }
        boolean marked =
                foreign && (manyScripts ? dice.chance(1, 3) : kind.profile().drawNonAsciiField(dice));
        boolean inScript = marked && manyScripts && coding.hasScripts() && dice.chance(1, 3);
        Script script = inScript ? Script.drawForeign(dice) : Script.LATIN;
        return data(tag, indicators, codes, length, new Wording(dice, script, marked));
    }

    private TestField data(String tag, String indicators, String codes, int length, Wording wording) {
        int left = Math.max(codes.length(), length - 2 - 2 * codes.length());
        StringBuilder text = new StringBuilder(indicators);
        for (int i = 0; i < codes.length(); i++) {
            int following = codes.length() - 1 - i;
            int share = following == 0 ? left : Math.max(1, dice.between(left / 2, 3 * left / 2) / (following + 1));
            String value = wording.value(tag, codes.charAt(i), share);
            text.append(DELIMITER).append(codes.charAt(i)).append(value);
            left = Math.max(following, left - value.length());
        }
        return TestField.of(tag, coding.encode(text.toString()));
    }

    /** Gives fields their counterpart in another script, as 880 with {@code $6} on both sides. */
    private void link(List<TestField> fields) {
        int wanted = manyScripts ? dice.between(1, 5) : kind.profile().drawLinks(dice);
        boolean linking = kind != RecordKind.UNIMARC && wanted > 0;
        Script script = Script.drawForeign(dice);
        int linked = 0;
        for (int i = 0; linking && i < fields.size() && linked < wanted; i++) {
            TestField field = fields.get(i);
            if (LINKABLE.contains(field.tag())) {
                linked++;
                fields.set(i, withLink(field, "880-0" + linked));
                fields.add(counterpart(field, linked, script));
            }
        }
        if (linked > 0 && script.link().startsWith("/(")) {
            fields.add(
                    TestField.of("066", "  " + DELIMITER + "c" + script.link().substring(1, 3)));
        }
    }

    private static TestField withLink(TestField field, String link) {
        String text = field.text();
        return TestField.of(field.tag(), text.substring(0, 2) + DELIMITER + "6" + link + text.substring(2));
    }

    private TestField counterpart(TestField field, int occurrence, Script script) {
        String[] parts = field.text().split(DELIMITER);
        StringBuilder codes = new StringBuilder();
        for (int i = 1; i < parts.length; i++) {
            codes.append(parts[i].charAt(0));
        }
        TestField text = data("880", parts[0], codes.toString(), field.length(), new Wording(dice, script, false));
        return withLink(text, field.tag() + "-0" + occurrence + script.link());
    }

    private void order(List<TestField> fields) {
        boolean localFirst = kind == RecordKind.BIBLIOGRAPHIC
                && dice.chance(BibliographicProfile.LOCAL_FIELDS_FIRST_PER_MILLE, 1000);
        fields.sort(Comparator.comparing(
                field -> localFirst && LOCAL.contains(field.tag()) ? "009" + field.tag() : field.tag()));
    }
}
