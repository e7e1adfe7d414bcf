// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.testkit.Corpus;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record is found to be: its encoding and its flavor. */
class RecordEvidenceTest {
    private static final String UNIMARC_LEADER = "00000nam  2200000   450 ";
    private static final String UNIMARC_100 = "100   $a19990101d1998    m  y0frey%s    ba";

    /** What a value is, does not depend on whether somebody has asked for the encoding before. */
    @Test
    void valuesAreReadByTheEvidenceOfTheRecord() {
        String field = "500   $aA\u001Bp2\u001Bs B\u001Bp3\u001Bs";
        MarcRecord asked = Records.ofBytes(Records.UTF_8_LEADER, "001 1", field);
        MarcRecord notAsked = Records.ofBytes(Records.UTF_8_LEADER, "001 1", field);
        assertThat(asked.encoding()).isEqualTo(Encoding.MARC_8);
        assertThat(asked.firstValue("500", 'a')).hasValue("A\u00B2 B\u00B3");
        assertThat(notAsked.firstValue("500", 'a')).hasValue("A\u00B2 B\u00B3");

        String unimarc = UNIMARC_100.formatted("0103");
        MarcRecord french =
                Records.ofBytes("00000nam a2200000   450 ", unimarc, "200 1 $aTitre \u00C2e", "300   $aA\u00C2\u0089b");
        MarcRecord other =
                Records.ofBytes("00000nam a2200000   450 ", unimarc, "200 1 $aTitre \u00C2e", "300   $aA\u00C2\u0089b");
        assertThat(french.encoding()).isEqualTo(Encoding.ISO_5426);
        assertThat(other.firstValue("300", 'a')).isEqualTo(french.firstValue("300", 'a'));
    }

    @Test
    void leaderAMeansUtf8EvenWhereItIsDamaged() {
        MarcRecord right = Records.of(Records.UTF_8_LEADER, "245 10$aLe café");
        assertThat(right.encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(right.firstValue("245", 'a')).hasValue("Le café");

        MarcRecord damaged = Records.ofBytes(Records.UTF_8_LEADER, "245 10$aLe caf\u00E9");
        assertThat(damaged.encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(damaged.firstValue("245", 'a')).hasValue("Le caf\uFFFD");
        assertThat(damaged.firstValueBytes("245", 'a')).map(ByteSlice::toString).hasValue("Le caf\\xE9");
        assertThat(damaged.first("245")).map(Field::toString).hasValue("245 10 $a Le caf\\xE9");
    }

    @Test
    void aBlankMeansMarc8() {
        MarcRecord record = Records.ofBytes(Records.MARC_8_LEADER, "245 10$aLe caf\u00E2e\u001B(N", "500   $aplain");
        assertThat(record.encoding()).isEqualTo(Encoding.MARC_8);
        assertThat(record.firstValue("245", 'a')).hasValue("Le cafe\u0301");
        assertThat(record.firstValue("500", 'a')).hasValue("plain");
        assertThat(Records.of(Records.MARC_8_LEADER, "245 10$aplain").encoding())
                .isEqualTo(Encoding.MARC_8);
    }

    @Test
    void utf8ThatCallsItselfMarc8IsDecodedRightly() {
        MarcRecord record = Records.of(Records.MARC_8_LEADER, "245 10$aLe café", "500   $aplain");
        assertThat(record.encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(record.firstValue("245", 'a')).hasValue("Le café");
    }

    @Test
    void oneEscapeOrOneWrongByteMakesItMarc8() {
        assertThat(Records.of(Records.MARC_8_LEADER, "245 10$aLe café", "500   $a\u001B(N")
                        .encoding())
                .isEqualTo(Encoding.MARC_8);
        assertThat(Records.ofBytes(Records.MARC_8_LEADER, "245 10$aLe caf\u00C3\u00A9", "500   $aCaf\u00E9")
                        .encoding())
                .isEqualTo(Encoding.MARC_8);
        assertThat(Records.of(Records.MARC_8_LEADER, "245 10$acut \u001B", "500   $aé")
                        .encoding())
                .isEqualTo(Encoding.MARC_8);
    }

    @Test
    void theCallerKnowsBest() {
        byte[] bytes = Records.ofBytes(Records.MARC_8_LEADER, "245 10$aLe caf\u00E9")
                .originalBytes()
                .orElseThrow()
                .toByteArray();
        assertThat(Records.parse(bytes, 0, Encoding.ISO_8859_1).firstValue("245", 'a'))
                .hasValue("Le café");
        assertThat(Records.parse(bytes, 0, Encoding.UNKNOWN).firstValue("245", 'a'))
                .hasValue("Le caf\\xE9");
    }

    @ParameterizedTest
    @CsvSource({"50, UTF_8", "01, ISO_5426", "'  ', UTF_8", "11, UNKNOWN"})
    void unimarcSaysItsEncodingInField100(String sets, Encoding expected) {
        MarcRecord record = Records.of(UNIMARC_LEADER, UNIMARC_100.formatted(sets + "  "), "200 1 $aTitre");
        assertThat(record.flavor()).isEqualTo(Flavor.UNIMARC);
        assertThat(record.encoding()).isEqualTo(expected);
    }

    @Test
    void unimarcIsNeverJudgedByLeader09() {
        MarcRecord record =
                Records.ofBytes("00000nam a2200000   450 ", UNIMARC_100.formatted("0103"), "200 1 $aTitre \u00C2e");
        assertThat(record.flavor()).isEqualTo(Flavor.UNIMARC);
        assertThat(record.encoding()).isEqualTo(Encoding.ISO_5426);
        assertThat(record.firstValue("200", 'a')).hasValue("Titre e\u0301");
    }

    @Test
    void unimarcInUtf8IsFoundByItsText() {
        MarcRecord record = Records.of(UNIMARC_LEADER, UNIMARC_100.formatted("0103"), "200 1 $aThé");
        assertThat(record.encoding()).isEqualTo(Encoding.UTF_8);
    }

    /** Where the types of authorities and holdings are the same letter, what stands before the sets tells. */
    @ParameterizedTest
    @ValueSource(strings = {"v", "x", "y"})
    void unimarcHoldingsNameTheirSetsFirst(String type) {
        String leader = "00000n" + type + "  a22000003  450 ";
        MarcRecord holdings = Records.ofBytes(
                leader, "001 h1", "100   $a20240101afre0103    ba", "801  0$aFR", "930   $aL\u00C2e bie");
        MarcRecord unicode =
                Records.of(leader, "001 h2", "100   $a20240101afre50      ba", "801  0$aFR", "930   $aLée");

        assertThat(holdings.flavor()).isEqualTo(Flavor.UNIMARC);
        assertThat(RecordEvidence.claimed(holdings)).isEqualTo(Encoding.ISO_5426);
        assertThat(RecordEvidence.claimed(unicode)).isEqualTo(Encoding.UTF_8);
        assertThat(((DataField) holdings.fields().get(3)).firstValue('a')).contains("Le\u0301 bie");
    }

    @Test
    void unimarcAuthoritiesHaveAShorter100() {
        MarcRecord record =
                Records.of("00000nx  a2200000   45  ", "100   $a20010101afrey50      ba0", "200  1$aProust");
        assertThat(record.flavor()).isEqualTo(Flavor.UNIMARC);
        assertThat(record.encoding()).isEqualTo(Encoding.UTF_8);
    }

    @Test
    void marc21IsTheUsualCase() {
        assertThat(Records.of(Records.UTF_8_LEADER, "001 x").flavor()).isEqualTo(Flavor.MARC21);
        assertThat(Records.of(UNIMARC_LEADER, "001 x", "245 10$aT").flavor())
                .as("an entry map alone proves nothing")
                .isEqualTo(Flavor.MARC21);
        assertThat(Records.of(Records.UTF_8_LEADER, "100 1 $aMann, Thomas,$d1875-1955.", "245 10$aT", "200   $alocal")
                        .flavor())
                .isEqualTo(Flavor.MARC21);
        assertThat(Records.of("00000nz  a2200000n  4500", "100 1 $a19840101 is the name of a band from Paris")
                        .flavor())
                .isEqualTo(Flavor.MARC21);
        assertThat(Records.of(UNIMARC_LEADER, "245 10$aT", "801   $alocal").flavor())
                .isEqualTo(Flavor.MARC21);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clean/lc-bibliographic-386.mrc",
                "clean/lc-authority-150.mrc",
                "clean/internet-archive-50.mrc",
                "clean/uva-200.marc8.mrc"
            })
    void everyMarc21RecordOfTheCorpusIsOne(String file) throws IOException {
        List<MarcRecord> records = Records.all(Corpus.file(file));
        assertThat(records).extracting(MarcRecord::flavor).containsOnly(Flavor.MARC21);
    }

    @ParameterizedTest
    @CsvSource({
        "testunimarc.dat, UNIMARC, UTF_8",
        "unimarc/serial.bnr.1993.mrc, UNIMARC, UTF_8",
        "unimarc/short.bnr.1993.mrc, UNIMARC, UTF_8",
        "unimarc/short.firenze.1977.mrc, MARC21, UTF_8",
    })
    void theDialectsOfTheCorpusAreRecognised(String file, Flavor flavor, Encoding encoding) throws IOException {
        List<MarcRecord> records = Records.all(Corpus.file("dialects/" + file));
        assertThat(records).isNotEmpty().extracting(MarcRecord::flavor).containsOnly(flavor);
        assertThat(records).extracting(MarcRecord::encoding).containsOnly(encoding);
    }

    @Test
    void theEncodingsOfTheCorpusAreFound() throws IOException {
        assertThat(Records.all(Corpus.file("clean/lc-bibliographic-386.mrc")))
                .extracting(MarcRecord::encoding)
                .containsOnly(Encoding.UTF_8);
        assertThat(Records.all(Corpus.file("clean/uva-200.marc8.mrc")))
                .extracting(MarcRecord::encoding)
                .containsOnly(Encoding.MARC_8);
    }
}
