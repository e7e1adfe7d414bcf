// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static dev.marcato.diagnostic.DiagnosticCode.BYTE_UNDECODABLE;
import static dev.marcato.diagnostic.DiagnosticCode.CONTROL_CHARACTER;
import static dev.marcato.diagnostic.DiagnosticCode.CONTROL_NUMBER_SEEN_BEFORE;
import static dev.marcato.diagnostic.DiagnosticCode.DIRECTORY_ORDER_DIFFERS;
import static dev.marcato.diagnostic.DiagnosticCode.ENCODING_CONTRADICTED;
import static dev.marcato.diagnostic.DiagnosticCode.MORE_DIAGNOSTICS;
import static dev.marcato.diagnostic.DiagnosticCode.SUBFIELD_CODE_INVALID;
import static dev.marcato.diagnostic.DiagnosticCode.SUBFIELD_EMPTY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Encoding;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.Severity;
import dev.marcato.internal.RecordAccess;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordInspectorTest {
    private final List<Diagnostic> found = new ArrayList<>();
    private final RecordInspector inspector = new RecordInspector();

    private static Draft draft() {
        return new Draft().field("001", "  ocm01234567 ");
    }

    @Test
    void aFindingReadsLikeTheContractOfTheCommandLine() {
        Draft draft = draft().field("245", "10$\u0000Title");
        inspector.inspect(draft.build(), found::add);

        assertThat(found)
                .singleElement()
                .hasToString("test.mrc: record 1 (001 ocm01234567), byte " + (5000 + draft.start(1) + 3)
                        + ", 245: subfield code is 0x00 [M0312]");
        assertThat(found.get(0).location().fieldNumber()).isEqualTo(2);
    }

    @Test
    void placesInARepairedRecordAreKnownByItsStart() {
        inspector.inspect(draft().field("245", "10$\u0000Title").repaired().build(), found::add);

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(SUBFIELD_CODE_INVALID);
            assertThat(finding.location().byteOffset()).isEqualTo(5000);
            assertThat(finding.location().tag()).isEqualTo("245");
        });
    }

    @Test
    void aRecordFromNowhereHasNoOffset() {
        MarcRecord record = MarcRecord.builder()
                .add(dev.marcato.DataField.of("245", '1', 'x').with('a', "Title"))
                .build();
        inspector.inspect(record, found::add);

        assertThat(found).allSatisfy(finding -> {
            assertThat(finding.location().byteOffset()).isEqualTo(-1);
            assertThat(finding.location().recordNumber()).isZero();
        });
        assertThat(found).hasSize(2);
    }

    @Test
    void theOrderOfTheDirectoryIsComparedWithThatOfTheData() {
        MarcRecord record =
                draft().field("245", "10$aTitle").field("500", "  $aNote").build();
        RecordAccess access = RecordAccess.get();
        int[] index = access.index(record).clone();
        for (int i = 3; i < 6; i++) {
            int swap = index[i];
            index[i] = index[i + 3];
            index[i + 3] = swap;
        }
        inspector.inspect(
                access.create(
                        access.data(record),
                        access.offset(record),
                        access.length(record),
                        index,
                        true,
                        true,
                        "a",
                        0,
                        null,
                        null),
                found::add);

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(DIRECTORY_ORDER_DIFFERS);
            assertThat(finding.location().tag()).isEqualTo("245");
        });
    }

    @Test
    void controlNumbersAreComparedOverRecords() {
        RepeatedControlNumbers numbers = new RepeatedControlNumbers();
        for (String number : new String[] {"a", "b", "a ", "a", "c", "a"}) {
            Diagnostic repeated = numbers.look(new Draft().field("001", number).build());
            if (repeated != null) {
                found.add(repeated);
            }
        }

        assertThat(found)
                .extracting(Diagnostic::code)
                .containsExactly(CONTROL_NUMBER_SEEN_BEFORE, CONTROL_NUMBER_SEEN_BEFORE);
        assertThat(found)
                .allSatisfy(each -> assertThat(each.location().controlNumber()).isEqualTo("a"));
    }

    @Test
    void nothingIsCarriedFromOneRecordToTheNext() {
        byte[] tag = "245".getBytes(StandardCharsets.US_ASCII);
        byte[] marc8 = "10\u001FaCaf\u00E2e \u001B(N".getBytes(StandardCharsets.ISO_8859_1);
        inspector.inspect(
                draft().field(tag, marc8).field("500", "  $aCafÃ© \u0000").build(), found::add);
        found.clear();
        inspector.inspect(
                new Draft().field("001", "other").field("245", "10$aCafé").build(), found::add);

        assertThat(found).isEmpty();
    }

    @Test
    void anEncodingThatTheCallerInsistsOnIsNotContradicted() {
        byte[] tag = "245".getBytes(StandardCharsets.US_ASCII);
        byte[] latin1 = "10\u001FaCaf\u00E9 \u0085".getBytes(StandardCharsets.ISO_8859_1);
        inspector.inspect(
                draft().field(tag, latin1).encoding(Encoding.ISO_8859_1).build(), found::add);

        assertThat(found).extracting(Diagnostic::code).containsExactly(CONTROL_CHARACTER);
    }

    @Test
    void utf8ThatTheCallerInsistsOnIsChecked() {
        byte[] tag = "245".getBytes(StandardCharsets.US_ASCII);
        byte[] latin1 = "10\u001FaCaf\u00E9s".getBytes(StandardCharsets.ISO_8859_1);
        String leader = Draft.LEADER.replace(" a22", "  22");
        inspector.inspect(
                draft().leader(leader)
                        .field(tag, latin1)
                        .encoding(Encoding.UTF_8)
                        .build(),
                found::add);
        inspector.inspect(
                new Draft()
                        .leader(leader)
                        .field("001", "2")
                        .field("245", "10$aé")
                        .encoding(Encoding.UTF_8)
                        .build(),
                found::add);

        assertThat(found).extracting(Diagnostic::code).containsExactly(BYTE_UNDECODABLE, ENCODING_CONTRADICTED);
    }

    @Test
    void aHundredFindingsAndACountOfTheRest() {
        Draft draft = draft();
        for (int i = 0; i < 150; i++) {
            draft.field("500", "  $a");
        }
        inspector.inspect(draft.build(), found::add);

        assertThat(found).hasSize(101);
        assertThat(found.subList(0, 100)).extracting(Diagnostic::code).containsOnly(SUBFIELD_EMPTY);
        assertThat(found.get(100).code()).isEqualTo(MORE_DIAGNOSTICS);
        assertThat(found.get(100).message()).isEqualTo("50 more in this record (50 INFO)");
    }

    @Test
    void exactlyAHundredNeedNoCount() {
        Draft draft = draft();
        for (int i = 0; i < 100; i++) {
            draft.field("500", "  $a");
        }
        inspector.inspect(draft.build(), found::add);

        assertThat(found).hasSize(100).extracting(Diagnostic::code).containsOnly(SUBFIELD_EMPTY);
    }

    @Test
    void errorsAreNotCrowdedOut() {
        Draft draft = draft();
        for (int i = 0; i < 250; i++) {
            draft.field("500", "  $a");
        }
        for (int i = 0; i < 30; i++) {
            draft.field("600", "$aNo indicators");
        }
        inspector.inspect(draft.build(), found::add);

        assertThat(found).hasSize(101);
        assertThat(found).filteredOn(each -> each.severity() == Severity.ERROR).hasSize(30);
        assertThat(found.get(0).severity()).isEqualTo(Severity.INFO);
        assertThat(found.get(100).message()).isEqualTo("180 more in this record (180 INFO)");
    }
}
