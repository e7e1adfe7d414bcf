// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class TalkTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void quietSaysErrorsOnly() {
        Talk talk = new Talk(err, true);
        talk.say("chatter");
        talk.error("failure");

        assertThat(err.toString(UTF_8)).isEqualTo("failure\n");
    }

    @Test
    void aFileNameCannotForgeALine() {
        new Talk(err, false).say("a\nb\u001B[2J\u009B.mrc é");

        assertThat(err.toString(UTF_8)).isEqualTo("a\\x0ab\\x1b[2J\\x9b.mrc é\n");
    }

    @Test
    void nobodyListeningIsNoFailure() {
        Talk talk = new Talk(
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                false);

        assertThatCode(() -> talk.error("failure")).doesNotThrowAnyException();
    }
}
