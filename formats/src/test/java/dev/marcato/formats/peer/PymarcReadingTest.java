// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of ISO 2709 as pymarc reads them, leaders, fields and text. Skipped, with a line, where it is not installed. */
class PymarcReadingTest {
    private Pymarc pymarc;

    @BeforeEach
    void isInstalled() {
        pymarc = Pymarc.installed();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UVA_MARC8")
    void utf8(PeerFiles file) {
        byte[] bytes = file.bytes();

        assertThat(pymarc.read("iso2709", bytes)).isNotEmpty().isEqualTo(ours(bytes));
    }

    @Test
    void marc8() {
        byte[] bytes = PeerFiles.UVA_MARC8.bytes();

        PymarcDeviation.assertReadAlike(
                pymarc.read("iso2709", bytes), ours(bytes), Map.of(PymarcDeviation.HALVES_STAY_APART, 18));
    }

    /**
     * pymarc asks only leader/09 for the encoding, which UNIMARC does not have, and reads MARC-8, unless it is told; we ask field
     * 100.
     */
    @Test
    void unimarcInUtf8() {
        byte[] bytes = PeerFiles.unimarc();

        assertThat(pymarc.read("iso2709", bytes)).isNotEqualTo(ours(bytes));
        assertThat(pymarc.read("iso2709-utf8", bytes)).isEqualTo(ours(bytes));
    }

    private static List<PeerRecord> ours(byte[] bytes) {
        return PeerRecord.of(MarcReader.of(bytes).stream().toList());
    }
}
