// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
    @ParameterizedTest
    @CsvSource({
        "utf8, UTF_8",
        "UTF-8, UTF_8",
        "marc8, MARC_8",
        "MARC-8, MARC_8",
        "ansel, MARC_8",
        "iso5426, ISO_5426",
        "iso-ir-37, ISO_IR_37",
        "iso 5427, ISO_5427",
        "ISO5428, ISO_5428",
        "iso6438, ISO_6438",
        "latin1, ISO_8859_1",
        "iso-8859-1, ISO_8859_1",
        "cp1251, WINDOWS_1251",
        "windows-1252, WINDOWS_1252",
        "CP1256, WINDOWS_1256",
        "gb18030, GB18030",
        "gbk, GB18030",
        "big5, BIG5",
        "euckr, EUC_KR",
    })
    void isFoundByTheNamesThatPeopleUse(String name, Encoding encoding) {
        assertThat(Encoding.named(name)).contains(encoding);
    }

    @Test
    void otherNamesAreNone() {
        assertThat(Encoding.named("utf9")).isEmpty();
        assertThat(Encoding.named("")).isEmpty();
        assertThat(Encoding.named("unknown")).isEmpty();
    }

    /** The bytes of a plain record may mean something else in one encoding: it is asked for, and then it counts. */
    @Test
    void plainBytesAreOtherTextWhereAsciiIsCyrillic() {
        MarcRecord latin = Records.of(Records.UTF_8_LEADER, "245 10$amOSKWA");
        byte[] bytes = latin.originalBytes().orElseThrow().toByteArray();
        MarcRecord cyrillic = Records.parse(bytes, 0, Encoding.ISO_5427);
        assertThat(cyrillic.firstValue("245", 'a')).hasValue("\u041C\u043E\u0441\u043A\u0432\u0430");
        assertThat(cyrillic.first("245")).isNotEqualTo(latin.first("245"));
    }

    @Test
    void referencesAreCharactersInMarc8Alone() {
        assertThat(Records.of(Records.MARC_8_LEADER, "245 10$a&#x4E00;").firstValue("245", 'a'))
                .hasValue("\u4E00");
        MarcRecord unicode = Records.of(Records.UTF_8_LEADER, "245 10$a&#x4E00;");
        assertThat(unicode.firstValue("245", 'a')).hasValue("&#x4E00;");
        MarcRecord marc8 = MarcRecord.builder()
                .leader(9, ' ')
                .add(unicode.first("245").orElseThrow())
                .build();
        assertThat(marc8.firstValueBytes("245", 'a')).map(ByteSlice::toString).hasValue("&#x0026;#x4E00;");
        assertThat(marc8.firstValue("245", 'a')).hasValue("&#x4E00;");
    }

    @Test
    void marc8IsEditedAsText() {
        MarcRecord marc8 = Records.ofBytes(Records.MARC_8_LEADER, "245 10$aLe caf\u00E2e");
        MarcRecord edited = marc8.edit()
                .replace(
                        "245",
                        title -> title.withFirst('a', title.firstValue('a').orElseThrow() + " \u0430\u4E00"))
                .build();
        assertThat(edited.encoding()).isEqualTo(Encoding.MARC_8);
        assertThat(edited.firstValueBytes("245", 'a'))
                .map(ByteSlice::toString)
                .hasValue("Le caf\\xE2e \\x1B(NA\\x1B$1!0!\\x1B(B");
        MarcRecord unicode =
                MarcRecord.builder().add(edited.first("245").orElseThrow()).build();
        assertThat(unicode.encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(unicode.firstValue("245", 'a')).hasValue("Le cafe\u0301 \u0430\u4E00");
        assertThat(edited.first("245")).hasToString("Optional[245 10 $a Le cafe\u0301 \u0430\u4E00]");
    }
}
