// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marcato.internal.RecordAccess;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarcRecordTest {
    private final MarcRecord record = Records.of(
            Records.UTF_8_LEADER,
            "001 ocm0123",
            "008 850423s1984",
            "020   $z0123456789",
            "020   $a9780123456786$qpaper",
            "245 10$aLe café$bet le thé$cpar X",
            "650  0$aCoffee$xHistory$xSources",
            "650  7$aKaffee$2gnd",
            "651  0$aParis",
            "FMT BK");

    @Test
    void givesOneFieldOrAllOrTheOnlyOne() {
        assertThat(record.first("650")).map(Field::toString).hasValue("650  0 $a Coffee $x History $x Sources");
        assertThat(record.all("650")).hasSize(2).isEqualTo(record.fields("650"));
        assertThat(record.sole("245")).isEqualTo(record.first("245")).isPresent();
        assertThat(record.has("650")).isTrue();
    }

    @Test
    void missingIsEmpty() {
        assertThat(record.first("100")).isEmpty();
        assertThat(record.sole("100")).isEmpty();
        assertThat(record.all("100")).isEmpty();
        assertThat(record.dataFields("100")).isEmpty();
        assertThat(record.has("100")).isFalse();
        assertThat(record.firstValue("100", 'a')).isEmpty();
        assertThat(record.firstValue("245", 'z')).isEmpty();
        assertThat(record.firstValue("003")).isEmpty();
        assertThat(record.firstValueBytes("100", 'a')).isEmpty();
        assertThat(record.values("100", 'a')).isEmpty();
        assertThat(MarcRecord.builder().build().controlNumber()).isEmpty();
    }

    @Test
    void severalWhereOneWasExpectedIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> record.sole("650"))
                .withMessage("test.mrc: record (001 ocm0123), byte 0 has 2 fields 650 where at most one was expected");
        assertThatIllegalStateException()
                .isThrownBy(() -> MarcRecord.builder()
                        .add(DataField.of("500", ' ', ' '))
                        .add(DataField.of("500", ' ', ' '))
                        .build()
                        .sole("5.."))
                .withMessage("record has 2 fields 5.. where at most one was expected");
    }

    @ParameterizedTest
    @CsvSource({
        "650, 2", "6.., 3", "65., 3", "6XX, 3", "6xx, 3", "..., 9", "XXX, 9", "00., 2", "..0, 4", "FMT, 1", "F.., 1",
        "FMX, 0", "fmt, 0",
    })
    void findsFieldsByPattern(String pattern, int expected) {
        assertThat(record.all(pattern)).hasSize(expected).allMatch(field -> field.hasTag(pattern));
        assertThat(record.has(pattern)).isEqualTo(expected > 0);
        assertThat(record.fields().stream().filter(field -> field.hasTag(pattern)))
                .hasSize(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "2455", "24\u20AC", "*"})
    void refusesWhatIsNoTag(String tag) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record.all(tag))
                .withMessage("\"" + tag
                        + "\" is neither a tag nor a tag pattern: both have three characters, such as 245 or 6..");
    }

    @Test
    void separatesControlFieldsAndDataFields() {
        assertThat(record.controlFields("..."))
                .extracting(ControlField::value)
                .containsExactly("ocm0123", "850423s1984");
        assertThat(record.dataFields("...")).hasSize(7);
        assertThat(record.dataFields("00.")).isEmpty();
        assertThat(record.first("001")).get().isInstanceOf(ControlField.class);
        assertThat(record.first("FMT")).get().isInstanceOf(DataField.class);
    }

    @Test
    void givesValues() {
        assertThat(record.controlNumber()).hasValue("ocm0123");
        assertThat(record.firstValue("008")).hasValue("850423s1984");
        assertThat(record.firstValue("245", 'a')).hasValue("Le café");
        assertThat(record.firstValue("245", 'b')).hasValue("et le thé");
        assertThat(record.firstValue("245", 'c')).hasValue("par X");
        assertThat(record.firstValue("020", 'a')).as("first $a of any 020").hasValue("9780123456786");
        assertThat(record.firstValue("65.", '2')).hasValue("gnd");
        assertThat(record.values("6..", 'a')).containsExactly("Coffee", "Kaffee", "Paris");
        assertThat(record.values("650", 'x')).containsExactly("History", "Sources");
        assertThat(record.firstValueBytes("245", 'c')).get().matches(bytes -> bytes.contentEquals("par X"));
    }

    @Test
    void controlFieldsHaveNoSubfields() {
        MarcRecord odd = Records.of(Records.UTF_8_LEADER, "001 $aocm", "245 10$aT");
        assertThat(odd.firstValue("001", 'a')).isEmpty();
        assertThat(odd.firstValue("...", 'a')).hasValue("T");
        assertThat(odd.controlNumber()).hasValue("\u001Faocm");
        assertThat(odd.firstValue("245")).as("no control field").isEmpty();
    }

    @Test
    void iteratesInTheOrderOfTheDirectory() {
        assertThat(record).hasSize(9).isEqualTo(record).containsExactlyElementsOf(record.fields());
        assertThat(record.size()).isEqualTo(9);
        assertThat(record.fields().get(4).tag()).isEqualTo("245");
        assertThatThrownBy(() -> record.fields().get(9)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> record.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> record.all("650").clear()).isInstanceOf(UnsupportedOperationException.class);

        Iterator<Field> iterator = record.iterator();
        for (int i = 0; i < 9; i++) {
            iterator.next();
        }
        assertThat(iterator.hasNext()).isFalse();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void isShownAsLines() {
        assertThat(record.toString().lines())
                .startsWith("LDR 00284nam a2200133   4500", "001 ocm0123", "008 850423s1984", "020    $z 0123456789")
                .contains("245 10 $a Le café $b et le thé $c par X", "651  0 $a Paris")
                .endsWith("FMT BK")
                .hasSize(10);
    }

    @Test
    void knowsWhereItComesFrom() {
        byte[] two = concat(
                record.originalBytes().orElseThrow(), record.originalBytes().orElseThrow());
        MarcRecord second = Records.all(two).get(1);

        assertThat(second.source()).isEqualTo("test.mrc");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.sourceOffset()).isEqualTo(284);
        assertThat(second.location()).hasToString("test.mrc: record 2 (001 ocm0123), byte 284");
        assertThat(second).isEqualTo(record).hasSameHashCodeAs(record);
        assertThat(MarcRecord.builder().build().location().toString()).isEmpty();
    }

    @Test
    void copiesIntoAnArrayOfItsOwn() {
        MarcRecord second = Records.all(concat(
                        record.originalBytes().orElseThrow(),
                        record.originalBytes().orElseThrow()))
                .get(1);
        MarcRecord copy = second.copy();

        assertThat(copy).isEqualTo(second).hasToString(second.toString());
        assertThat(copy.location()).isEqualTo(second.location());
        assertThat(copy.originalBytes()).isEqualTo(second.originalBytes());
        assertThat(RecordAccess.get().data(copy)).hasSize(284);
        assertThat(second.edit()
                        .remove("1..")
                        .add(ControlField.of("003", "X"))
                        .build()
                        .copy())
                .isEqualTo(second.edit().add(ControlField.of("003", "X")).build());
    }

    @Test
    void readsNumbersOfIndicatorsThatLeaderAndDataAgreeOn() {
        MarcRecord none = Records.of("00000nam a0200000   4500", "001 1", "245 $aT", "500 $aN");
        MarcRecord one = Records.of("00000nM2.01200000   h   ", "001 1", "331 $aT", "359 $aN");
        MarcRecord three = Records.of("00000nam a3200000   4500", "001 1", "245 10x$aT");
        assertThat(none.indicatorCount()).isZero();
        assertThat(one.indicatorCount()).isEqualTo(2);
        assertThat(three.indicatorCount()).isEqualTo(3);
        assertThat(three.dataFields("245").get(0).indicator(3)).isEqualTo('x');
        assertThat(three.dataFields("245").get(0)).hasToString("245 10x $a T");
        assertThat(none.dataFields("245").get(0)).hasToString("245  $a T");
    }

    @Test
    void readsMabWithOneIndicatorAndMostlyWithoutSubfields() {
        MarcRecord mab =
                Records.of("00000nM2.01200024      h", "001 123", "331  Kaffee", "359 aHeinrich", "902 1$sTee");
        assertThat(mab.indicatorCount()).isEqualTo(1);
        DataField title = mab.dataFields("331").get(0);
        assertThat(title.indicator1()).isEqualTo(' ');
        assertThat(title.indicator2()).isEqualTo(' ');
        assertThat(title.leadingBytes()).hasToString("Kaffee");
        assertThat(mab.dataFields("902").get(0).firstValue('s')).hasValue("Tee");
        assertThat(mab.dataFields("359").get(0)).hasToString("359 a Heinrich");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000nam a1200000   4500",
                "00000nam a 200000   4500",
                "00000nam ax200000   4500",
                "00000nam a9200000   4500"
            })
    void otherwiseThereAreTwoIndicators(String leader) {
        MarcRecord usual = Records.of(leader, "001 1", "245 10$aT", "500   $aN");
        assertThat(usual.indicatorCount()).isEqualTo(2);
        assertThat(usual.dataFields("245").get(0).indicator2()).isEqualTo('0');
    }

    @Test
    void readsLongerSubfieldCodesThatLeaderAndDataAgreeOn() {
        MarcRecord longer = Records.of("00000nam a2300000   4500", "245 10$a1Title$b2rest");
        MarcRecord wrong = Records.of("00000nam a2300000   4500", "245 10$aTitle$bRest");
        assertThat(longer.subfieldCodeCount()).isEqualTo(3);
        assertThat(longer.firstValue("245", 'a')).hasValue("Title");
        assertThat(longer.dataFields("245").get(0)).hasToString("245 10 $a1 Title $b2 rest");
        assertThat(wrong.subfieldCodeCount()).isEqualTo(2);
        assertThat(wrong.firstValue("245", 'a')).hasValue("Title");
    }

    private static byte[] concat(ByteSlice left, ByteSlice right) {
        byte[] both = new byte[left.length() + right.length()];
        left.copyTo(both, 0);
        right.copyTo(both, left.length());
        return both;
    }
}
