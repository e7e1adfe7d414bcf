// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.io.RecordBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What records say of their text when they were brought into another encoding, and what is told then. */
class TranscoderTest {
    private final List<String> told = new ArrayList<>();

    private MarcRecord converted(MarcRecord record, Encoding to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer = MarcWriter.builder()
                .encoding(to)
                .listener(each ->
                        told.add(each.location().tag() + " " + each.code().code()))
                .open(out)) {
            writer.write(record);
        }
        return Records.parse(out.toByteArray());
    }

    /** As records of formats are whose text is Unicode: somebody knows what they are in. */
    @ParameterizedTest
    @EnumSource(names = {"UTF_8", "MARC_8"})
    void recordsOfOtherFormatsAreConvertedToo(Encoding target) throws IOException {
        RecordBuilder builder = new RecordBuilder();
        builder.leader(Records.UTF_8_LEADER.getBytes(UTF_8), 0);
        builder.beginField('5' << 16 | '0' << 8 | '0').write("  \u001FaCaf\u00E9".getBytes(UTF_8));
        builder.endField();
        MarcRecord record = converted(builder.build("a", 0, null), target);
        assertThat(record.leader().toString().charAt(9)).isEqualTo(target == Encoding.UTF_8 ? 'a' : ' ');
        assertThat(record.fields().get(0).bytes().toByteArray())
                .isEqualTo(
                        target == Encoding.UTF_8
                                ? "  \u001FaCaf\u00E9".getBytes(UTF_8)
                                : "  \u001FaCaf\u00E2e".getBytes(ISO_8859_1));
    }

    /** Of a bibliographic 100 that was cut short, positions 13 to 20 are a date and an audience, not character sets. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            whole                       | 00000nam  2200000   450  | 19990101d1998    m  y0frey0103    ba | 19990101d1998    m  y0frey50      ba
            says so already             | 00000nam  2200000   450  | 19990101d1998    m  y0frey50------ba | 19990101d1998    m  y0frey50------ba
            cut behind the sets         | 00000nam  2200000   450  | 19990101d1998    m  y0frey0103       | 19990101d1998    m  y0frey50
            cut before the sets         | 00000nam  2200000   450  | 19990101d19981999m  y0frey           | 19990101d19981999m  y0frey
            authority                   | 00000nx   2200000   450  | 20010101afrey0103    ba0             | 20010101afrey50      ba0
            """)
    void field100SaysUnicodeWhereItNamesTheSets(String what, String leader, String coded, String expected)
            throws IOException {
        MarcRecord record =
                Records.of(leader.substring(0, 23) + ' ', "100   $a" + coded, "200 1 $aTh\u00E9", "801  0$aFR");
        assertThat(record.flavor()).as(what).isEqualTo(Flavor.UNIMARC);
        MarcRecord converted = converted(record, Encoding.UTF_8);
        assertThat(converted.firstValue("100", 'a').orElse("").stripTrailing()).isEqualTo(expected);
        assertThat(converted.firstValue("200", 'a')).hasValue("Th\u00E9");
    }

    /** As text, a mark of MARC-8 goes behind the character that follows it, be that an indicator. */
    @Test
    void indicatorsThatAreNoAsciiAreTold() throws IOException {
        MarcRecord record = Records.ofBytes(Records.MARC_8_LEADER, "001 1", "245 \u00E2 $aCaf\u00E2e");
        converted(record, Encoding.UTF_8);
        assertThat(told).contains("245 M0505");
    }

    @Test
    void aControlNumberIsShownInPart() {
        String number = "1".repeat(100_000);
        MarcRecord record =
                MarcRecord.builder().add(ControlField.of("001", number)).build();
        assertThat(record.controlNumber()).hasValue(number);
        assertThat(record.location().controlNumber())
                .hasSize(64)
                .startsWith("111")
                .endsWith("...");
        assertThat(record.shownControlNumber()).hasSize(1024);
    }
}
