// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class CrashTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Talk talk = new Talk(err, true);

    @Test
    void isOneLineThatAsksForAReport() {
        Crash.tell(new IllegalStateException("the account\ndoes not add up"), talk, null);

        assertThat(err.toString(UTF_8))
                .startsWith("marcato: internal error: java.lang.IllegalStateException: the account\\x0adoes not add up")
                .contains("please report it", "MARCATO_DEBUG=1")
                .hasLineCount(1);
    }

    @Test
    void showsTheStackTraceOnRequest() {
        Crash.tell(new IllegalStateException("wrong"), talk, "1");

        assertThat(err.toString(UTF_8))
                .contains("CrashTest.showsTheStackTraceOnRequest")
                .contains("\n");
    }

    @Test
    void saysHowToGiveMoreMemory() {
        Crash.tell(new OutOfMemoryError("Java heap space"), talk, "");

        assertThat(err.toString(UTF_8))
                .contains("out of memory", "MARCATO_OPTS=-Xmx")
                .hasLineCount(1);
    }
}
