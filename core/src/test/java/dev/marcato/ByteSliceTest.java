// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

class ByteSliceTest {
    private final ByteSlice slice =
            ByteSlice.of("xxLe Café, le caféxx".getBytes(ISO_8859_1)).slice(2, 18);

    @Test
    void showsAPartOfAnArray() {
        assertThat(slice.length()).isEqualTo(16);
        assertThat(slice.isEmpty()).isFalse();
        assertThat(slice.at(0)).isEqualTo((byte) 'L');
        assertThat(slice.at(6)).isEqualTo((byte) 0xE9);
        assertThatThrownBy(() -> slice.at(16)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(ByteSlice.EMPTY.isEmpty()).isTrue();
    }

    @Test
    void comparesAndSearches() {
        assertThat(slice.contentEquals("Le Café, le café")).isTrue();
        assertThat(slice.contentEquals("Le Café, le caf")).isFalse();
        assertThat(slice.contentEquals("Le Café, le cafe")).isFalse();
        assertThat(slice.contentEquals("Le Café, le café".getBytes(ISO_8859_1))).isTrue();
        assertThat(slice.startsWith("Le C")).isTrue();
        assertThat(slice.startsWith("Le c")).isFalse();
        assertThat(slice.startsWith("Le Café, le caféxx")).isFalse();
        assertThat(slice.endsWith("café")).isTrue();
        assertThat(slice.endsWith("Café")).isFalse();
        assertThat(slice.indexOf((byte) 0xE9)).isEqualTo(6);
        assertThat(slice.indexOf((byte) 0xE9, 7)).isEqualTo(15);
        assertThat(slice.indexOf((byte) 'x')).isEqualTo(-1);
        assertThat(slice.indexOf("café")).isEqualTo(12);
        assertThat(slice.indexOf("cafè")).isEqualTo(-1);
        assertThat(slice.indexOf("")).isZero();
    }

    @Test
    void isEqualByContent() {
        ByteSlice other = ByteSlice.of("Le Café, le café".getBytes(ISO_8859_1));
        assertThat(slice).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(other.slice(1, 16));
        assertThat(slice.slice(3, 3)).isEqualTo(ByteSlice.EMPTY);
        assertThatThrownBy(() -> slice.slice(3, 17)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.slice(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void copiesWhenAsked() throws IOException {
        byte[] expected = "Le Café, le café".getBytes(ISO_8859_1);
        byte[] target = new byte[18];
        slice.copyTo(target, 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        slice.writeTo(out);

        assertThat(slice.toByteArray()).isEqualTo(expected);
        assertThat(target).startsWith(0, 'L', 'e').endsWith(0xE9, 0);
        assertThat(out.toByteArray()).isEqualTo(expected);
    }

    @Test
    void isReadOnlyAsABuffer() {
        assertThat(slice.asReadOnlyBuffer().remaining()).isEqualTo(16);
        assertThat(slice.asReadOnlyBuffer().get(0)).isEqualTo((byte) 'L');
        assertThatThrownBy(() -> slice.asReadOnlyBuffer().put(0, (byte) 'x'))
                .isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void showsUnsafeBytesAsEscapes() {
        assertThat(ByteSlice.of(new byte[] {'a', 0x1B, 0x7F, (byte) 0xE9, '~'})).hasToString("a\\x1B\\x7F\\xE9~");
    }
}
