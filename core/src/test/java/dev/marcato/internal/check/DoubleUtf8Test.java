// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubleUtf8Test {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Café",
                "Málaga y Córdoba",
                "Łódź, Kraków",
                "Orașul București, țara",
                "Přehled dějin",
                "Война и мир",
                "Η Ελλάδα",
                "תולדות",
                "日本の歴史",
                "It’s – a “test”…",
                "«Война»",
                "1/2 ½ 20°",
                "e\u0301tude",
            })
    void textThatWasEncodedTwiceIsFound(String text) {
        byte[] once = text.getBytes(StandardCharsets.UTF_8);
        assertThat(twice(new String(once, StandardCharsets.ISO_8859_1)))
                .as("by way of Latin-1")
                .isTrue();
        String windows = new String(once, WINDOWS_1252);
        if (windows.indexOf('\uFFFD') < 0) {
            assertThat(twice(windows)).as("by way of Windows-1252").isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Café",
                "Málaga y Córdoba",
                "Łódź, Kraków",
                "Война и мир",
                "日本の歴史 — «Título»",
                "„groß“ und „klein“",
                "«AMANHû",
                "MANHÃ…",
                "MANHÃ – TARDE",
                "Bahá’í",
                "L’État, c’est «moi»",
                "E\u00C2\u00A0F", // a capital letter and a no-break space
                "Ærø–Fyn, Åbo’s",
                "\u0098Ä\u009C",
                "Ü”, Ö”",
            })
    void honestTextIsNot(String text) {
        assertThat(twice(text)).isFalse();
    }

    private static boolean twice(String text) {
        List<Diagnostic> found = new ArrayList<>();
        new RecordInspector()
                .inspect(
                        new Draft()
                                .field("001", "x")
                                .field("245", "10$a" + text)
                                .build(),
                        found::add);
        return found.stream().anyMatch(each -> each.code() == DiagnosticCode.UTF8_ENCODED_TWICE);
    }
}
