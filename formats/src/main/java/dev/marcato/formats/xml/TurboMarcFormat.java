// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** TurboMARC, Index Data's shorter MARCXML, in which tags and codes are parts of names. It is only read. */
public final class TurboMarcFormat extends XmlFormat {
    static final String NAME = "turbomarc";

    /** For a source of which nothing is known yet. */
    public TurboMarcFormat() {
        this(null);
    }

    private TurboMarcFormat(@Nullable DocumentHead head) {
        super(Dialect.TURBOMARC, head);
    }

    @Override
    XmlFormat of(DocumentHead known) {
        return new TurboMarcFormat(known);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> suffixes() {
        return List.of("turbomarc");
    }
}
