// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeaderTest {
    private final Leader leader = Leader.of("01234cgm a2300025Ui 4521");

    @Test
    void hasANameForEveryPosition() {
        assertThat(leader.recordLength()).hasValue(1234);
        assertThat(leader.status()).isEqualTo('c');
        assertThat(leader.type()).isEqualTo('g');
        assertThat(leader.bibliographicLevel()).isEqualTo('m');
        assertThat(leader.typeOfControl()).isEqualTo(' ');
        assertThat(leader.characterCodingScheme()).isEqualTo('a');
        assertThat(leader.indicatorCount()).hasValue(2);
        assertThat(leader.subfieldCodeCount()).hasValue(3);
        assertThat(leader.baseAddress()).hasValue(25);
        assertThat(leader.encodingLevel()).isEqualTo('U');
        assertThat(leader.descriptiveCatalogingForm()).isEqualTo('i');
        assertThat(leader.multipartResourceRecordLevel()).isEqualTo(' ');
        assertThat(leader.entryMap()).isEqualTo("4521");
        assertThat(leader.lengthOfLengthOfField()).hasValue(4);
        assertThat(leader.lengthOfStartingCharacterPosition()).hasValue(5);
        assertThat(leader.lengthOfImplementationDefined()).hasValue(2);
        assertThat(leader.undefined()).isEqualTo('1');
    }

    @Test
    void hasTheNamesOfTheOtherFormats() {
        assertThat(leader.kindOfData()).isEqualTo('m');
        assertThat(leader.hierarchicalLevel()).isEqualTo(' ');
        assertThat(leader.punctuationPolicy()).isEqualTo('i');
        assertThat(leader.itemInformationInRecord()).isEqualTo('i');
    }

    @ParameterizedTest
    @CsvSource({
        "a, BIBLIOGRAPHIC",
        "t, BIBLIOGRAPHIC",
        "m, BIBLIOGRAPHIC",
        "z, AUTHORITY",
        "u, HOLDINGS",
        "v, HOLDINGS",
        "x, HOLDINGS",
        "y, HOLDINGS",
        "w, CLASSIFICATION",
        "q, COMMUNITY",
        "9, UNKNOWN",
        "s, UNKNOWN",
    })
    void knowsTheKindOfRecordByItsType(char type, RecordKind kind) {
        assertThat(leader.with(6, type).kind()).isEqualTo(kind);
    }

    @Test
    void positionsCoverTheLeaderForEveryKind() {
        for (RecordKind kind : RecordKind.values()) {
            List<LeaderPosition> positions = Arrays.stream(LeaderPosition.values())
                    .filter(position -> position.kinds().contains(kind))
                    .sorted(Comparator.comparingInt(LeaderPosition::start))
                    .toList();
            int end = 0;
            for (LeaderPosition position : positions) {
                assertThat(position.start()).as("%s in %s", position, kind).isGreaterThanOrEqualTo(end);
                end = position.start() + position.length();
            }
            assertThat(end).isEqualTo(Leader.LENGTH);
        }
    }

    @Test
    void givesAPositionByItsName() {
        assertThat(leader.get(LeaderPosition.RECORD_LENGTH)).isEqualTo("01234");
        assertThat(leader.get(LeaderPosition.ENCODING_LEVEL)).isEqualTo("U");
        assertThat(leader.get(LeaderPosition.PUNCTUATION_POLICY)).isEqualTo("i");
    }

    @Test
    void numbersThatAreNoneAreEmpty() {
        Leader blank = Leader.of("  218nam                  ".substring(0, 24));
        assertThat(blank.recordLength()).isEmpty();
        assertThat(blank.baseAddress()).isEmpty();
        assertThat(blank.indicatorCount()).isEmpty();
        assertThat(blank.lengthOfLengthOfField()).isEmpty();
    }

    @Test
    void changesIntoANewOne() {
        assertThat(leader.with(LeaderPosition.RECORD_STATUS, 'd').with(17, ' '))
                .hasToString("01234dgm a2300025 i 4521");
        assertThat(leader).hasToString("01234cgm a2300025Ui 4521");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 10, 11, 12, 16, 20, 21, 22})
    void refusesToSetWhatTheWriterComputes(int position) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> leader.with(position, '7'))
                .withMessage(
                        "leader/%02d cannot be set to \"7\": it describes the record's layout, which the writer computes",
                        position);
        assertThat(LeaderPosition.values())
                .filteredOn(LeaderPosition::isStructural)
                .anyMatch(each -> each.start() <= position && position < each.start() + each.length());
    }

    @Test
    void refusesWhatNoLeaderHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> leader.with(5, '\u001D'))
                .withMessageContaining("leader/05")
                .withMessageContaining("\\x1D");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> leader.with(8, 'é'))
                .withMessageContaining("leader/08");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> leader.with(18, '#'))
                .withMessageContaining("leader/18 cannot be \"#\"")
                .withMessageContaining("blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Leader.of("too short"))
                .withMessage("a leader has 24 characters, this one has 9: \"too short\"");
        assertThatThrownBy(() -> leader.at(24)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void isEqualByItsCharacters() {
        Leader same = Leader.of(leader.toString());
        assertThat(same).isEqualTo(leader).hasSameHashCodeAs(leader);
        assertThat(leader.with(5, 'n')).isNotEqualTo(leader);
        assertThat(leader.bytes().length()).isEqualTo(24);
    }

    @Test
    void showsDamageAsEscapes() {
        byte[] bytes = "01234cgm a2300025Ui 4521".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        bytes[5] = 0x1B;
        bytes[6] = (byte) 0xE9;
        assertThat(new Leader(bytes, 0)).hasToString("01234\\x1B\\xE9m a2300025Ui 4521");
        assertThat(new Leader(bytes, 0).type()).isEqualTo('é');
    }
}
