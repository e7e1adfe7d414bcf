// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * A tag and the bytes that stand between it and its field terminator. Immutable.
 *
 * <p>A tag is three characters, one for each byte (ISO 8859-1), so that a damaged tag has a form as well.
 */
public final class TestField {
    private final String tag;
    private final byte[] content;

    private TestField(String tag, byte[] content) {
        if (tag.length() != 3 || !tag.chars().allMatch(c -> c <= 0xFF)) {
            throw new IllegalArgumentException("a tag is three bytes: '" + tag + "'");
        }
        this.tag = tag;
        this.content = content;
    }

    /** A field with a copy of this content, which is without the closing field terminator. */
    public static TestField of(String tag, byte[] content) {
        return new TestField(tag, content.clone());
    }

    /** A field with this text in UTF-8, subfield delimiters written as {@code \u001F}. */
    public static TestField of(String tag, String text) {
        return new TestField(tag, text.getBytes(UTF_8));
    }

    public String tag() {
        return tag;
    }

    /** A copy of the content, without the closing field terminator. */
    public byte[] content() {
        return content.clone();
    }

    /** Length of the content in bytes, without the closing field terminator. */
    public int length() {
        return content.length;
    }

    /** Whether the tag is 001 to 009: no indicators and no subfields. */
    public boolean isControl() {
        return tag.startsWith("00");
    }

    public TestField withTag(String other) {
        return new TestField(other, content);
    }

    public TestField withContent(byte[] other) {
        return of(tag, other);
    }

    /** The content read as UTF-8. */
    public String text() {
        return new String(content, UTF_8);
    }

    byte[] tagBytes() {
        return tag.getBytes(ISO_8859_1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TestField that && tag.equals(that.tag) && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return 31 * tag.hashCode() + Arrays.hashCode(content);
    }

    /** Line form: {@code 245 10$aTitle}. */
    @Override
    public String toString() {
        return tag + ' ' + text().replace('\u001F', '$');
    }
}
