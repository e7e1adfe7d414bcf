// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.io.RecordEncoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MARCXML as the Library of Congress defines it (MARC21slim), alone or in a collection, in any envelope. */
public final class MarcXmlFormat extends XmlFormat {
    static final String NAME = "marcxml";

    /** For a source of which nothing is known yet. */
    public MarcXmlFormat() {
        this(null);
    }

    private MarcXmlFormat(@Nullable DocumentHead head) {
        super(Dialect.MARCXML, head);
    }

    @Override
    XmlFormat of(DocumentHead known) {
        return new MarcXmlFormat(known);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> suffixes() {
        return List.of("xml", "marcxml");
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public RecordEncoder encoder(EncodeSettings settings) {
        return new XmlEncoder(settings.indented());
    }

    @Override
    public String keeps() {
        return "the record, but for characters that XML forbids";
    }
}
