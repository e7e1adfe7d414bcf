// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no record can hold is refused, with a message that names tag, code and value. */
class RefusalTest {
    private final DataField field = DataField.of("245", '1', '0');

    @ParameterizedTest
    @CsvSource({
        "0x1D, record terminator",
        "0x1E, field terminator",
        "0x1F, subfield delimiter",
    })
    void separatorsInAValue(String separator, String name) {
        String value = "Ca" + (char) Integer.decode(separator).intValue() + "ts";
        String shown = "Ca\\x" + separator.substring(2) + "ts";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field.with('a', value))
                .withMessage("245 $a cannot hold the %s %s at position 2 of \"%s\"", name, separator, shown);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field.with('a', "x").withFirst('a', value))
                .withMessageContaining("245 $a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ControlField.of("001", value))
                .withMessage("001 cannot hold the %s %s at position 2 of \"%s\"", name, separator, shown);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subfield.of('a', value))
                .withMessage("$a cannot hold the %s %s at position 2 of \"%s\"", name, separator, shown);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        MarcRecord.builder().add(ControlField.of("001", "x")).replaceValue("001", old -> value))
                .withMessageContaining("001 cannot hold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "2455", "24\u001E", "24é", "24\n"})
    void tagsThatAreNotThreeBytes(String tag) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataField.of(tag, ' ', ' '))
                .withMessage("\"%s\" is no tag: a tag is three characters of printable ASCII", Refusals.quote(tag));
        assertThatIllegalArgumentException().isThrownBy(() -> ControlField.of(tag, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> field.withTag(tag));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarcRecord.builder().rename("245", tag));
    }

    @Test
    void tagsOfTheOtherKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataField.of("008", ' ', ' '))
                .withMessage("008 is the tag of a control field, which has neither indicators nor subfields");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ControlField.of("245", "Title"))
                .withMessage("245 \"Title\": only the tags 00X are control fields");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field.withTag("001"))
                .withMessage("field 245 cannot become 001: 00X are control fields, all others are data fields");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarcRecord.builder().add(field).rename("2..", "002"))
                .withMessageContaining("field 245 cannot become 002");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\0', '\u001E', '\u001F', '\u007F', 'é', '\u20AC'})
    void codesAndIndicatorsThatAreNoPrintableAscii(char character) {
        String shown = Refusals.quote(String.valueOf(character));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field.with(character, "Cats"))
                .withMessage("245 $%s \"Cats\": a subfield code is one byte of printable ASCII", shown);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataField.of("245", character, ' '))
                .withMessage("245 indicator 1 cannot be \"%s\": an indicator is one byte of printable ASCII", shown);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field.withIndicators('1', character))
                .withMessageContaining("245 indicator 2");
    }

    @Test
    void halfACharacter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> field.with('a', "Cats \uD83D"))
                .withMessageContaining("245 $a")
                .withMessageContaining("U+D83D cannot be written in UTF-8");
    }

    @Test
    void textThatTheEncodingOfTheRecordCannotHold() {
        MarcRecord marc8 = Records.of(Records.MARC_8_LEADER, "001 x", "245 10$aplain");
        String expected = "500 $a \"Caf\uFFFD\": U+FFFD cannot be written in MARC-8";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marc8.edit()
                        .add(DataField.of("500", ' ', ' ').with('a', "Caf\uFFFD"))
                        .build())
                .withMessage(expected);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarcRecord.builder()
                        .leader(9, ' ')
                        .add(DataField.of("500", ' ', ' ').with('a', "Caf\uFFFD"))
                        .build())
                .withMessage(expected);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marc8.edit()
                        .replace("245", title -> title.with('b', "Caf\uFFFD"))
                        .build())
                .withMessageContaining("245 $b");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        marc8.edit().add(ControlField.of("003", "Caf\uFFFD")).build())
                .withMessage("003 \"Caf\uFFFD\": U+FFFD cannot be written in MARC-8");
    }

    @Test
    void plainRecordsMayBecomeUnicodeInTheSameEdit() {
        MarcRecord marc8 = Records.of(Records.MARC_8_LEADER, "001 x", "245 10$aplain");
        MarcRecord unicode = marc8.edit()
                .replace("245", title -> title.with('b', "Café"))
                .leader(LeaderPosition.CHARACTER_CODING_SCHEME, 'a')
                .build();
        assertThat(unicode.encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(unicode.firstValue("245", 'b')).hasValue("Café");
    }

    @Test
    void leadersThatWouldMakeTextMeanSomethingElse() {
        MarcRecord marc8 = Records.ofBytes(Records.MARC_8_LEADER, "245 10$aLe caf\u00E2e");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> marc8.edit().leader(9, 'a').build())
                .withMessage("leader/09 \"a\" would make the text, which is in MARC-8, be read as UTF-8");
        MarcRecord misnamed = Records.of(Records.MARC_8_LEADER, "245 10$aLe café");
        assertThat(misnamed.edit().leader(9, 'a').build().firstValue("245", 'a'))
                .hasValue("Le café");
        assertThat(misnamed.edit()
                        .add(DataField.of("500", ' ', ' ').with('a', "Thé"))
                        .build()
                        .values("...", 'a'))
                .containsExactly("Le café", "Thé");
    }

    @Test
    void bytesThatCannotBeDecodedAreNotCarriedOverAsText() {
        MarcRecord marc8 = Records.ofBytes(Records.MARC_8_LEADER, "245 10$aLe caf\u00FFe");
        Field title = marc8.first("245").orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarcRecord.builder().add(title).build())
                .withMessage("245 $a \"Le caf\uFFFDe\": byte 0xFF cannot be decoded as MARC-8");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        field.with(marc8.dataFields("245").get(0).first('a').orElseThrow()))
                .withMessageContaining("byte 0xFF cannot be decoded");
        assertThatIllegalArgumentException()
                .as("the sign that stands for the byte is no text")
                .isThrownBy(() -> marc8.edit()
                        .replace(
                                "245",
                                old -> old.withFirst('a', old.firstValue('a').orElseThrow() + "."))
                        .build())
                .withMessageContaining("U+FFFD cannot be written in MARC-8");
    }

    @Test
    void encodingsSayWhichCharacterTheyCannotHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Encoding.ISO_8859_1.encode("caf\u00E9 \uD83D\uDE00"))
                .withMessage("U+1F600 cannot be written in ISO 8859-1");
        assertThat(Encoding.ISO_8859_1.canEncode("café")).isTrue();
        assertThat(Encoding.MARC_8.canEncode("café \uD83D\uDE00")).isTrue();
        assertThat(Encoding.MARC_8.canEncode("caf\uFFFD")).isFalse();
        assertThat(Encoding.UNKNOWN.canEncode("café")).isFalse();
        assertThat(Encoding.UTF_8.encode("é")).containsExactly(0xC3, 0xA9);
        assertThat(Encoding.UTF_8.decode(new byte[] {'a', (byte) 0xC3, (byte) 0xA9}, 1, 3))
                .isEqualTo("é");
        assertThat(Encoding.UTF_8.firstUndecodable(new byte[] {'a', (byte) 0xC3}, 0, 2))
                .isEqualTo(1);
    }
}
