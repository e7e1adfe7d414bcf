// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** MarcXchange (ISO 25577), MARCXML with up to nine indicators. It is only read. */
public final class MarcXchangeFormat extends XmlFormat {
    static final String NAME = "marcxchange";

    /** For a source of which nothing is known yet. */
    public MarcXchangeFormat() {
        this(null);
    }

    private MarcXchangeFormat(@Nullable DocumentHead head) {
        super(Dialect.MARCXML, head);
    }

    @Override
    XmlFormat of(DocumentHead known) {
        return new MarcXchangeFormat(known);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> suffixes() {
        return List.of("marcxchange");
    }
}
