// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.zstd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who lacks the library is told so where it is needed, and not before. */
class ZstdMissingTest {
    private static final String MISSING = "Zstandard needs the library zstd-jni, which is not there: put its jar"
            + " (com.github.luben:zstd-jni:1.5.7-28) into the folder lib beside marcato, or on the class path";

    @TempDir
    Path folder;

    /** Everything that this test sees but for the library. */
    private static URLClassLoader withoutLibrary() throws MalformedURLException {
        List<URL> places = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!place.contains("zstd-jni")) {
                places.add(new File(place).toURI().toURL());
            }
        }
        return new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @Test
    void readingAndWritingSayWhatIsMissing() throws Exception {
        byte[] stored = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, 0, 0, 0};
        try (URLClassLoader loader = withoutLibrary()) {
            Class<?> reader = loader.loadClass("dev.marcato.MarcReader");
            assertThatThrownBy(() ->
                            reader.getMethod("open", InputStream.class).invoke(null, new ByteArrayInputStream(stored)))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage(MISSING);
            Class<?> writer = loader.loadClass("dev.marcato.MarcWriter");
            Path file = folder.resolve("out.mrc.zst");
            assertThatThrownBy(() -> writer.getMethod("create", Path.class).invoke(null, file))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(MISSING);
            assertThat(file).doesNotExist();
            Object plain = reader.getMethod("of", byte[].class).invoke(null, (Object) "00026".getBytes());
            assertThat(plain).isNotNull();
        }
    }

    @Test
    void whereItIsNothingIsMissing() {
        assertThat(new ZstdCompression().missing()).isEqualTo(Optional.empty());
    }
}
