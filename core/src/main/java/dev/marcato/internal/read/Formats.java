// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.read;

import dev.marcato.internal.iso2709.Iso2709Format;
import dev.marcato.io.Format;
import java.util.ServiceLoader;

/** The formats that can be read: ISO 2709, and those that other modules provide as services. */
public final class Formats {
    private static final Format ISO_2709 = new Iso2709Format();

    private Formats() {}

    /** The format that these first bytes of a source begin with; ISO 2709 where none is recognised, since that is salvaged. */
    public static Format of(byte[] head) {
        if (head.length == 0 || ISO_2709.sniff(head, head.length)) {
            return ISO_2709;
        }
        for (Format format : ServiceLoader.load(Format.class, Format.class.getClassLoader())) {
            if (format.sniff(head, head.length)) {
                return format;
            }
        }
        return ISO_2709;
    }
}
