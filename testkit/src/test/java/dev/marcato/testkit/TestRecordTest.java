// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestRecordTest {
    private static final TestRecord SMALL = TestRecord.of(
            "00000nam a2200000 a 4500",
            List.of(
                    TestField.of("001", "x1"),
                    TestField.of("245", "10\u001FaOwls"),
                    TestField.of("650", " 0\u001FaCats")));

    /** Leader 24, directory 36, terminator; then 3 + 9 + 9 bytes of data, terminator. */
    private static final String ENCODED = "00083nam a2200061 a 4500" + "001000300000" + "245000900003" + "650000900012"
            + "\u001E" + "x1\u001E" + "10\u001FaOwls\u001E" + " 0\u001FaCats\u001E" + "\u001D";

    @Test
    void encodesWithHonestLengths() {
        assertThat(new String(SMALL.toIso2709(), ISO_8859_1)).isEqualTo(ENCODED);
    }

    @Test
    void decodesWhatItEncodes() {
        assertThat(TestRecord.parse(TestRecord.toFile(List.of(SMALL, SMALL)))).containsExactly(SMALL, SMALL);
    }

    @Test
    void aRecordWithoutFieldsIsClean() {
        TestRecord empty = SMALL.withFields(List.of());

        assertThat(TestRecord.parse(empty.toIso2709())).containsExactly(empty);
    }

    @Test
    void theOrderOfTheDirectoryIsFree() {
        String unordered = ENCODED.replace("245000900003" + "650000900012", "650000900012" + "245000900003");

        assertThat(TestRecord.parse(unordered.getBytes(ISO_8859_1)).get(0).fields())
                .containsExactly(SMALL.field(0), SMALL.field(2), SMALL.field(1));
    }

    @Test
    void whatStandsInsideFieldsIsNotLookedAt() {
        String odd = ENCODED.replace("10\u001FaOwls", "\u001F\u001E\u001FaOwls").replace("650", "\u00E9  ");

        assertThat(TestRecord.parse(odd.getBytes(ISO_8859_1))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "00083, 00082, record does not end",
        "00083, 00084, record length",
        "00083, '   83', record length",
        "00061, 00060, no multiple of 12",
        "00061, 00049, does not end in 0x1E",
        "00061, '   61', base address",
        "00061, 00083, base address",
        "'m a2', 'm^a2', sign for a blank",
        "'m a2', 'm#a2', sign for a blank",
        "'m a2', 'm\u00E9a2', not printable",
        "245000900003, 245000800003, does not end in 0x1E",
        "245000900003, 245001000003, does not end in 0x1E",
        "245000900003, 245000900004, gap or overlap",
        "650000900012, 650000a00012, without a length",
        "650000900012, 6500009    0, without a length",
        "650000900012, 650001900012, points outside",
        "Owls, Ow\u001Ds, 0x1D inside",
        "'Owls\u001E', Owlss, does not end in 0x1E",
    })
    void whatIsNotCleanIsRefused(String part, String instead, String message) {
        byte[] damaged = ENCODED.replace(part, instead).getBytes(ISO_8859_1);

        assertThatExceptionOfType(NotCleanException.class)
                .isThrownBy(() -> TestRecord.parse(damaged))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.offset()).isZero());
    }

    static Stream<byte[]> around() {
        return Stream.of("\n" + ENCODED, ENCODED + "\n", ENCODED + "\u001D", ENCODED + ENCODED.substring(0, 50))
                .map(text -> text.getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("around")
    void whatStandsAroundRecordsIsRefused(byte[] file) {
        assertThatExceptionOfType(NotCleanException.class).isThrownBy(() -> TestRecord.parse(file));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        RecordGenerator generator = RecordGenerator.seeded(3);
        TestRecord longField = generator.withLongField(0, 10_000);
        TestRecord large = generator.ofSize(0, 100_000);

        assertThatIllegalStateException().isThrownBy(longField::toIso2709).withMessageContaining("10000");
        assertThatIllegalStateException().isThrownBy(large::toIso2709).withMessageContaining("record length");
    }

    @Test
    void wrongPartsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TestField.of("24", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> TestField.of("24\u0144", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> TestRecord.of("00000nam", List.of()));
    }

    @Test
    void lengthsInTheTemplateDoNotMatter() {
        assertThat(TestRecord.of("99999nam a2212345 a 4500", SMALL.fields())).isEqualTo(SMALL);
    }

    @Test
    void aContentGivenAwayIsACopy() {
        SMALL.field(1).content()[0] = 'X';

        assertThat(SMALL.field(1).text()).startsWith("10");
    }

    @Test
    void lineFormIsReadable() {
        assertThat(SMALL).hasToString("LDR 00000nam a2200000 a 4500\n001 x1\n245 10$aOwls\n650  0$aCats");
    }
}
