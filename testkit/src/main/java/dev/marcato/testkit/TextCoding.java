// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/** How {@link RecordGenerator} writes text, and what the leader says of it. */
public enum TextCoding {
    /** UTF-8, diacritics decomposed as in LC's records; leader/09 is {@code a}. */
    UTF8,
    /** ASCII alone; leader/09 is blank, which says MARC-8. */
    MARC8_ASCII,
    /** MARC-8 with ANSEL letters and combining marks, the marks before their letter; leader/09 is blank. */
    MARC8_ANSEL;

    /** Whether text may hold more than ASCII. */
    boolean hasMarks() {
        return this != MARC8_ASCII;
    }

    /** Whether text may be in another script than Latin. */
    boolean hasScripts() {
        return this == UTF8;
    }

    byte[] encode(String text) {
        return switch (this) {
            case UTF8 -> text.getBytes(UTF_8);
            case MARC8_ASCII -> text.getBytes(US_ASCII);
            case MARC8_ANSEL -> Ansel.encode(text);
        };
    }
}
