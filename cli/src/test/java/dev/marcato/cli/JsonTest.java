// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void setsCommasWhereTheyBelong() {
        Json json = new Json().open('{').field("a", 1).field("b", true).nullField("c");
        json.name("d")
                .open('[')
                .value(1)
                .value("x")
                .open('{')
                .close('}')
                .close(']')
                .field("e", "f");

        assertThat(json.close('}').toString())
                .isEqualTo("{\"a\":1,\"b\":true,\"c\":null,\"d\":[1,\"x\",{}],\"e\":\"f\"}");
    }

    @Test
    void canBeTakenInParts() {
        Json json = new Json().open('[').value(1);
        String first = json.take();
        String second = json.value(2).close(']').take();

        assertThat(first + second).isEqualTo("[1,2]");
    }

    @Test
    void endsWithAValueThatEndsLikeABracket() {
        assertThat(new Json().open('[').value("[").value(",").close(']').toString())
                .isEqualTo("[\"[\",\",\"]");
    }

    @Test
    void escapesWhatJsonForbidsAndHalfCharacters() {
        assertThat(new Json().value("\"\\\n\r\t\u0001\u007F\u0085é😀\uD83D").toString())
                .isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0001\\u007f\\u0085é😀\\ud83d\"");
    }
}
