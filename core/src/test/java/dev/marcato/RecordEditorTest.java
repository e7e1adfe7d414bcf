// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordEditorTest {
    private final MarcRecord record = Records.of(
            Records.UTF_8_LEADER,
            "001 x1",
            "245 10$aLe café",
            "650  0$aCats",
            "650  7$aKatzen$2gnd",
            "907   $alocal",
            "999   $alocal");

    @Test
    void makesANewRecordAndLeavesTheOldOne() {
        String before = record.toString();
        MarcRecord better = record.edit()
                .remove("9..")
                .add(DataField.of("650", ' ', '0').with('a', "Dogs").with('x', "History"))
                .replace("245", title -> title.with('h', "[electronic resource]"))
                .build();

        assertThat(better.toString().lines().skip(1))
                .containsExactly(
                        "001 x1",
                        "245 10 $a Le café $h [electronic resource]",
                        "650  0 $a Cats",
                        "650  7 $a Katzen $2 gnd",
                        "650  0 $a Dogs $x History");
        assertThat(record).hasToString(before);
        assertThat(better.originalBytes()).isEmpty();
        assertThat(better.location()).isEqualTo(record.location());
    }

    @Test
    void nothingChangedIsTheSameRecord() {
        assertThat(record.edit().build()).isSameAs(record);
        assertThat(record.edit()
                        .remove("1..")
                        .remove(ControlField.of("001", "other"))
                        .replace("245", title -> title)
                        .replace("245", title -> title.withIndicators('1', '0'))
                        .replaceValue("001", value -> value)
                        .rename("111", "711")
                        .leader(5, 'n')
                        .leader(record.leader())
                        .build())
                .isSameAs(record);
    }

    @Test
    void goesOnAfterBuilding() {
        RecordEditor editor = record.edit().remove("9..");
        MarcRecord first = editor.build();
        MarcRecord second = editor.remove("6..").build();
        assertThat(first.size()).isEqualTo(4);
        assertThat(second.size()).isEqualTo(2);
    }

    @Test
    void insertsInTheOrderOfTags() {
        MarcRecord edited = record.edit()
                .insert(DataField.of("651", ' ', '0').with('a', "Paris"))
                .insert(DataField.of("650", ' ', '0').with('a', "Dogs"))
                .insert(DataField.of("100", '1', ' ').with('a', "Author"))
                .insert(ControlField.of("000", "first"))
                .insert(DataField.of("CAT", ' ', ' ').with('a', "last"))
                .build();
        assertThat(edited.fields())
                .extracting(Field::tag)
                .containsExactly("000", "001", "100", "245", "650", "650", "650", "651", "907", "999", "CAT");
        assertThat(edited.values("650", 'a')).containsExactly("Cats", "Katzen", "Dogs");
    }

    @Test
    void insertsWhereTagsAreInNoOrder() {
        MarcRecord messy =
                Records.of(Records.UTF_8_LEADER, "001 1", "650  0$aA", "245 10$aT", "650  0$aB", "500   $aN");
        assertThat(messy.edit()
                        .insert(DataField.of("650", ' ', '0').with('a', "C"))
                        .build()
                        .fields())
                .extracting(Field::toString)
                .containsExactly("001 1", "650  0 $a A", "245 10 $a T", "650  0 $a B", "650  0 $a C", "500    $a N");
        assertThat(messy.edit().insert(DataField.of("300", ' ', ' ')).build().fields())
                .extracting(Field::tag)
                .containsExactly("001", "300", "650", "245", "650", "500");
    }

    @Test
    void replacesAndRemovesSingleFields() {
        Field katzen = record.all("650").get(1);
        MarcRecord edited = record.edit()
                .replace(katzen, DataField.of("655", ' ', '7').with('a', "Bild"))
                .remove(DataField.of("650", ' ', '0').with('a', "Cats"))
                .removeIf(field ->
                        field instanceof DataField data && data.values('a').contains("local"))
                .build();
        assertThat(edited.fields())
                .extracting(Field::toString)
                .containsExactly("001 x1", "245 10 $a Le café", "655  7 $a Bild");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> edited.edit().replace(katzen, katzen))
                .withMessage("the record does not have the field 650  7 $a Katzen $2 gnd");
    }

    @Test
    void renamesAndSetsIndicatorsInPlace() {
        MarcRecord edited =
                record.edit().rename("650", "690").indicators("690", ' ', '4').build();
        assertThat(edited.fields()).extracting(Field::tag).containsExactly("001", "245", "690", "690", "907", "999");
        assertThat(edited.dataFields("690")).extracting(DataField::indicator2).containsOnly('4');
    }

    @Test
    void changesValuesOfControlFields() {
        MarcRecord edited = record.edit()
                .replaceValue("001", value -> "ocm" + value)
                .rename("001", "003")
                .build();
        assertThat(edited.firstValue("003")).hasValue("ocmx1");
        assertThat(edited.controlNumber()).isEmpty();
    }

    @Test
    void setsPositionsOfTheLeader() {
        MarcRecord edited = record.edit()
                .leader(LeaderPosition.RECORD_STATUS, 'd')
                .leader(17, '7')
                .build();
        assertThat(edited.leader().status()).isEqualTo('d');
        assertThat(edited.leader().encodingLevel()).isEqualTo('7');
        assertThat(edited).isNotEqualTo(record);
        assertThat(record.edit()
                        .leader(Leader.of("99999dgm a2299999ui 4500"))
                        .build()
                        .leader()
                        .toString()
                        .substring(5, 12))
                .isEqualTo("dgm a22");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record.edit().leader(LeaderPosition.BASE_ADDRESS_OF_DATA, '9'))
                .withMessageContaining("leader/12");
    }

    @Test
    void makesRecordsFromNothing() {
        MarcRecord made = MarcRecord.builder()
                .leader(6, 'g')
                .add(ControlField.of("001", "new"))
                .add(DataField.of("245", '0', '0').with('a', "Το καφέ 咖啡"))
                .build();
        assertThat(made).hasToString("LDR 00000ngm a2200000   4500\n001 new\n245 00 $a Το καφέ 咖啡");
        assertThat(made.encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(made.leader().kind()).isEqualTo(RecordKind.BIBLIOGRAPHIC);
        assertThat(MarcRecord.builder().build()).hasToString("LDR 00000nam a2200000   4500");
        assertThat(MarcRecord.builder().build()).isNotSameAs(MarcRecord.HANDMADE);
    }

    @Test
    void makesUnimarcFromNothing() {
        MarcRecord made = MarcRecord.builder()
                .leader(9, ' ')
                .add(DataField.of("100", ' ', ' ').with('a', "19990101d1998    m  y0frey50      ba"))
                .add(DataField.of("200", '1', ' ').with('a', "Thé"))
                .build();
        assertThat(made.flavor()).isEqualTo(Flavor.UNIMARC);
        assertThat(made.encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(made.firstValue("200", 'a')).hasValue("Thé");
    }

    @Test
    void untouchedFieldsKeepTheirBytes() {
        MarcRecord marc8 = Records.ofBytes(
                Records.MARC_8_LEADER,
                "001 1",
                "245 10$aLe caf\u00E2e\u001B(N",
                "500 stray\u001E\u0000$aodd",
                "650 $aCats");
        MarcRecord edited = marc8.edit()
                .remove("650")
                .add(DataField.of("650", ' ', '0').with('a', "Dogs"))
                .replace("245", title -> title.with('c', "by me"))
                .build();
        assertThat(edited.encoding()).isEqualTo(Encoding.MARC_8);
        assertThat(edited.all("500").get(0).bytes())
                .isEqualTo(marc8.all("500").get(0).bytes());
        assertThat(edited.all("245").get(0).bytes().toByteArray())
                .isEqualTo("10\u001FaLe caf\u00E2e\u001B(N\u001Fcby me".getBytes(ISO_8859_1));
    }

    @Test
    void keepsTheOrderOfTheDirectoryAndTheOrderOfTheData() {
        byte[] bytes = record.originalBytes().orElseThrow().toByteArray();
        long seed = 99;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            MarcRecord shuffled = Records.parse(RecordEqualityTest.withShuffledDirectory(bytes, random));
            MarcRecord edited = shuffled.edit().leader(5, 'c').build();
            assertThat(edited.fields()).as("seed %d, round %d", seed, round).isEqualTo(shuffled.fields());
            assertThat(edited.edit().leader(5, 'n').build())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(record);
        }
    }

    @Test
    void fieldsComeOverFromRecordsInOtherEncodings() {
        byte[] latin1Bytes = Records.ofBytes(Records.MARC_8_LEADER, "245 10$aLe caf\u00E9")
                .originalBytes()
                .orElseThrow()
                .toByteArray();
        MarcRecord latin1 = Records.parse(latin1Bytes, 0, Encoding.ISO_8859_1);

        MarcRecord unicode =
                MarcRecord.builder().add(latin1.first("245").orElseThrow()).build();
        assertThat(unicode.firstValue("245", 'a')).hasValue("Le café");
        assertThat(unicode.first("245")).contains(DataField.of("245", '1', '0').with('a', "Le café"));

        MarcRecord back = latin1.edit()
                .add(DataField.of("500", ' ', ' ').with('a', "Thé"))
                .build();
        assertThat(back.encoding()).isEqualTo(Encoding.ISO_8859_1);
        assertThat(back.all("500").get(0).bytes()).hasToString("  \\x1FaTh\\xE9");
        assertThat(back.values("...", 'a')).containsExactly("Le café", "Thé");
    }

    @Test
    void fieldsComeOverFromRecordsWithOtherIndicators() {
        MarcRecord mab = Records.of("00000nM2.01200024      h", "331  Kaffee", "902 1$sTee");
        assertThat(mab.indicatorCount()).isEqualTo(1);
        MarcRecord marc =
                MarcRecord.builder().add(mab.first("902").orElseThrow()).build();
        assertThat(marc.dataFields("902").get(0))
                .hasToString("902 1  $s Tee")
                .isEqualTo(DataField.of("902", '1', ' ').with('s', "Tee"));

        MarcRecord edited =
                mab.edit().add(DataField.of("902", '2', ' ').with('s', "Wein")).build();
        assertThat(edited.indicatorCount()).isEqualTo(1);
        assertThat(edited.all("902").get(1).bytes()).hasToString("2\\x1FsWein");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mab.edit()
                        .add(DataField.of("902", '2', '4').with('s', "Wein"))
                        .build())
                .withMessage("902 indicator 2 \"4\": the fields of this record have 1 indicators");
        assertThat(mab.dataFields("902").get(0).withIndicators('3', ' ')).hasToString("902 3 $s Tee");
    }
}
