// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import dev.marcato.internal.iso2709.Iso2709Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/** The formats that are there: ISO 2709, and those that other modules provide as services. Safe for all threads. */
public final class Formats {
    private static final Format ISO_2709 = new Iso2709Format();

    private Formats() {}

    /** All of them, ISO 2709 first. */
    public static List<Format> all() {
        return Known.ALL;
    }

    /** ISO 2709, which is what a stretch of bytes is taken for that looks like nothing else, since that can be salvaged. */
    public static Format iso2709() {
        return ISO_2709;
    }

    /** The format that these first bytes of a source begin with; ISO 2709 where none is recognised. */
    public static Format of(byte[] head) {
        if (head.length == 0 || ISO_2709.sniff(head, head.length)) {
            return ISO_2709;
        }
        for (Format format : Known.ALL) {
            if (format.sniff(head, head.length)) {
                return format;
            }
        }
        return ISO_2709;
    }

    /** The format with a name, in any case: {@code marcxml}. */
    public static Optional<Format> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return wanted.equals(ISO_2709.name())
                ? Optional.of(ISO_2709)
                : Known.ALL.stream()
                        .filter(format -> format.name().equals(wanted))
                        .findFirst();
    }

    /** The format that can be written, and that the end of a file name, without that of a compression, suggests. */
    public static Optional<Format> ofFileName(String name) {
        String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ISO_2709.suffixes().contains(suffix)
                ? Optional.of(ISO_2709)
                : Known.ALL.stream()
                        .filter(format ->
                                format.isWritable() && format.suffixes().contains(suffix))
                        .findFirst();
    }

    /** Looked for when the first of the others is needed. */
    private static final class Known {
        static final List<Format> ALL = load();

        private static List<Format> load() {
            List<Format> all = new ArrayList<>();
            all.add(ISO_2709);
            ServiceLoader.load(Format.class, Format.class.getClassLoader()).forEach(all::add);
            return List.copyOf(all);
        }
    }
}
