// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import dev.marcato.internal.gzip.GzipCompression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/** The compressions that are there: gzip, and those that other modules provide as services. Safe for all threads. */
public final class Compressions {
    private static final Compression GZIP = new GzipCompression();

    private Compressions() {}

    /** All of them, gzip first, also those for which something is {@linkplain Compression#missing() missing}. */
    public static List<Compression> all() {
        return Known.ALL;
    }

    /** gzip, written in blocks (BGZF). */
    public static Compression gzip() {
        return GZIP;
    }

    /** What these first bytes of a stream are compressed with; empty where they are not. */
    public static Optional<Compression> of(byte[] head) {
        return GZIP.sniff(head, head.length)
                ? Optional.of(GZIP)
                : Known.ALL.stream()
                        .filter(compression -> compression.sniff(head, head.length))
                        .findFirst();
    }

    /** What the end of a file name asks for; empty where it asks for none. */
    public static Optional<Compression> ofFileName(String name) {
        String suffix = suffix(name);
        return suffix.isEmpty()
                ? Optional.empty()
                : Known.ALL.stream()
                        .filter(compression -> compression.suffixes().contains(suffix))
                        .findFirst();
    }

    /** A file name without the ending that asks for a compression, if it has one. */
    public static String withoutSuffix(String name) {
        return ofFileName(name).isEmpty() ? name : name.substring(0, name.lastIndexOf('.'));
    }

    private static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Looked for when the first of the others is needed. */
    private static final class Known {
        static final List<Compression> ALL = load();

        private static List<Compression> load() {
            List<Compression> all = new ArrayList<>();
            all.add(GZIP);
            ServiceLoader.load(Compression.class, Compression.class.getClassLoader())
                    .forEach(all::add);
            return List.copyOf(all);
        }
    }
}
