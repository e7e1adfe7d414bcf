// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class DataFieldTest {
    private final DataField field = DataField.of("650", ' ', '0')
            .with('a', "Cats")
            .with('x', "History")
            .with('x', "Sources")
            .with('2', "");

    @Test
    void keepsSubfieldsInOrderAndRepeatedCodes() {
        assertThat(field.subfields()).extracting(Subfield::code).containsExactly('a', 'x', 'x', '2');
        assertThat(field.values('x')).containsExactly("History", "Sources");
        assertThat(field.all('x')).extracting(Subfield::value).containsExactly("History", "Sources");
        assertThat(field.first('x')).map(Subfield::value).hasValue("History");
        assertThat(field.firstValue('x')).hasValue("History");
        assertThat(field.firstValue('2')).hasValue("");
        assertThat(field.sole('a')).map(Subfield::value).hasValue("Cats");
        assertThat(field.has('2')).isTrue();
        assertThat(field).hasToString("650  0 $a Cats $x History $x Sources $2 ");
    }

    @Test
    void missingIsEmpty() {
        assertThat(field.first('z')).isEmpty();
        assertThat(field.sole('z')).isEmpty();
        assertThat(field.all('z')).isEmpty();
        assertThat(field.values('z')).isEmpty();
        assertThat(field.firstValue('z')).isEmpty();
        assertThat(field.has('z')).isFalse();
        assertThat(field.has('é')).isFalse();
        assertThat(DataField.of("650", ' ', '0').subfields()).isEmpty();
    }

    @Test
    void severalWhereOneWasExpectedIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> field.sole('x'))
                .withMessage("field 650 has 2 subfields $x where at most one was expected");
    }

    @Test
    void iteratesOverSubfields() {
        Iterator<Subfield> iterator = field.iterator();
        assertThat(iterator.next()).hasToString("$a Cats");
        iterator.next();
        iterator.next();
        assertThat(iterator.next()).hasToString("$2 ");
        assertThat(iterator.hasNext()).isFalse();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> field.subfields().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void changesIntoNewFields() {
        assertThat(field.withFirst('x', "Fiction")).hasToString("650  0 $a Cats $x Fiction $x Sources $2 ");
        assertThat(field.withFirst('z', "Paris")).hasToString("650  0 $a Cats $x History $x Sources $2  $z Paris");
        assertThat(field.without('x')).hasToString("650  0 $a Cats $2 ");
        assertThat(field.without('z')).isEqualTo(field);
        assertThat(field.withIndicators('1', '7')).hasToString("650 17 $a Cats $x History $x Sources $2 ");
        assertThat(field.withTag("651").without('x').without('2')).hasToString("651  0 $a Cats");
        assertThat(field.with(Subfield.of('y', "1984")))
                .hasToString("650  0 $a Cats $x History $x Sources $2  $y 1984");
        assertThat(field).hasToString("650  0 $a Cats $x History $x Sources $2 ");
    }

    @Test
    void fieldsOfRecordsAndFieldsMadeByHandAreAlike() {
        MarcRecord record = Records.of(Records.UTF_8_LEADER, "001 x", "245 10$aLe café");
        assertThat(record.first("245")).contains(DataField.of("245", '1', '0').with('a', "Le café"));
        assertThat(record.first("001")).contains(ControlField.of("001", "x"));
        assertThat(record.first("245").orElseThrow())
                .hasSameHashCodeAs(DataField.of("245", '1', '0').with('a', "Le café"))
                .isNotEqualTo(DataField.of("245", '1', '0').with('a', "Le cafe"))
                .isNotEqualTo(DataField.of("246", '1', '0').with('a', "Le café"));
        assertThat(record.dataFields("245").get(0).first('a')).contains(Subfield.of('a', "Le café"));
    }

    @Test
    void sameBytesInAnotherEncodingAreNotEqual() {
        byte[] bytes = Records.of(Records.UTF_8_LEADER, "245 10$aLe café", "500   $aN")
                .originalBytes()
                .orElseThrow()
                .toByteArray();
        MarcRecord unicode = Records.parse(bytes, 0, Encoding.UTF_8);
        MarcRecord latin1 = Records.parse(bytes, 0, Encoding.ISO_8859_1);
        assertThat(unicode.first("245")).isNotEqualTo(latin1.first("245"));
        assertThat(unicode.first("500")).isEqualTo(latin1.first("500"));
        assertThat(unicode.dataFields("245").get(0).first('a'))
                .isNotEqualTo(latin1.dataFields("245").get(0).first('a'));
    }

    @Test
    void missingIndicatorsAreBlank() {
        DataField none = damaged("245 $aTitle");
        assertThat(none.indicator1()).isEqualTo(' ');
        assertThat(none.indicator2()).isEqualTo(' ');
        assertThat(none.firstValue('a')).hasValue("Title");
        assertThat(none).hasToString("245    $a Title");

        DataField one = damaged("245 1$aTitle");
        assertThat(one.indicator1()).isEqualTo('1');
        assertThat(one.indicator2()).isEqualTo(' ');
        assertThat(one).hasToString("245 1  $a Title");

        DataField empty = damaged("245 ");
        assertThat(empty.indicator1()).isEqualTo(' ');
        assertThat(empty.subfields()).isEmpty();
        assertThat(empty.leadingBytes().isEmpty()).isTrue();
        assertThat(empty).hasToString("245   ");
    }

    @Test
    void anIndicatorMayBeAMultibyteCharacter() {
        DataField multibyte = damaged("245 é0$aTitle");
        assertThat(multibyte.indicator1()).isEqualTo('é');
        assertThat(multibyte.indicator2()).isEqualTo('0');
        assertThat(multibyte.leadingBytes().isEmpty()).isTrue();
        assertThat(multibyte).hasToString("245 é0 $a Title");
        assertThat(damaged("245 \uD83D\uDE000$aT").indicator1()).isEqualTo('\uFFFD');
    }

    @Test
    void anIndicatorThatCannotBeDecodedIsVisible() {
        MarcRecord record = Records.ofBytes(Records.UTF_8_LEADER, "245 \u00E90$aTitle");
        DataField bad = record.dataFields("245").get(0);
        assertThat(bad.indicator1()).isEqualTo('\uFFFD');
        assertThat(bad.indicator2()).isEqualTo('0');
        assertThat(bad).hasToString("245 \\xE90 $a Title");
    }

    @Test
    void textBeforeTheFirstDelimiterIsNotLost() {
        DataField stray = damaged("245 10Stray café$aTitle");
        assertThat(stray.leadingBytes().toByteArray())
                .isEqualTo("Stray café".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(stray.subfields()).hasSize(1);
        assertThat(stray).hasToString("245 10 Stray café $a Title");
        assertThat(stray.with('b', "rest")).hasToString("245 10 Stray café $a Title $b rest");
        assertThat(stray.withIndicators('0', '4')).hasToString("245 04 Stray café $a Title");
        assertThat(damaged("245 10No subfields")).hasToString("245 10 No subfields");
    }

    @Test
    void codesThatAreNoneStandOut() {
        DataField bad = damaged("245 10$aTitle$$bRest$");
        assertThat(bad.subfields()).extracting(Subfield::code).containsExactly('a', '\0', 'b', '\0');
        assertThat(bad.subfields()).extracting(Subfield::value).containsExactly("Title", "", "Rest", "");
        assertThat(bad).hasToString("245 10 $a Title $  $b Rest $ ");
        assertThat(bad.firstValue('b')).hasValue("Rest");
    }

    @Test
    void aCodeMayBeAMultibyteCharacter() {
        DataField bad = damaged("245 10$aTitle$éRest$\uD83D\uDE00Face");
        assertThat(bad.subfields()).extracting(Subfield::code).containsExactly('a', 'é', '\uFFFD');
        assertThat(bad.subfields()).extracting(Subfield::value).containsExactly("Title", "Rest", "Face");
        assertThat(bad.firstValue('é')).hasValue("Rest");
        assertThat(bad).hasToString("245 10 $a Title $é Rest $\uD83D\uDE00 Face");

        DataField undecodable = Records.ofBytes(Records.MARC_8_LEADER, "245 10$aTitle$\u00FFRest")
                .dataFields("245")
                .get(0);
        assertThat(undecodable.subfields()).extracting(Subfield::code).containsExactly('a', '\uFFFD');
        assertThat(undecodable.subfields()).extracting(Subfield::value).containsExactly("Title", "Rest");
        assertThat(undecodable).hasToString("245 10 $a Title $\\xFF Rest");
    }

    @Test
    void bytesAreReachableWithoutCopying() {
        MarcRecord record = Records.of(Records.UTF_8_LEADER, "245 10$aTitle$bRest");
        DataField title = record.dataFields("245").get(0);
        assertThat(title.bytes()).hasToString("10\\x1FaTitle\\x1FbRest");
        assertThat(title.subfields().get(1).bytes()).hasToString("\\x1FbRest");
        assertThat(title.subfields().get(1).valueBytes()).hasToString("Rest");
        assertThat(title.bytes().asReadOnlyBuffer().isReadOnly()).isTrue();
    }

    @Test
    void nothingThatIsShownCanHarmATerminal() {
        DataField hostile = DataField.of("500", ' ', ' ')
                .with('a', "\u001B[2Jred\r\n\tx\u007F\u009B0m\u0085\u2028\u202Eevil\u2066 שלום\u200D");
        assertThat(hostile)
                .hasToString(
                        "500    $a \\x1B[2Jred\\x0D\\x0A\\x09x\\x7F\\x9B0m\\x85\\u2028\\u202Eevil\\u2066 שלום\u200D");
        assertThat(ControlField.of("001", "a\u0000b")).hasToString("001 a\\x00b");
        assertThat(Records.ofBytes(Records.UTF_8_LEADER, "2\u001B\u00E9 10$aT\u00E9l\u00C3\u00A9")
                        .toString())
                .endsWith("2\\x1B\\xE9 10 $a T\\xE9lé");
    }

    private static DataField damaged(String field) {
        return Records.of(Records.UTF_8_LEADER, field, "999   $aneighbour")
                .dataFields("245")
                .get(0);
    }
}
