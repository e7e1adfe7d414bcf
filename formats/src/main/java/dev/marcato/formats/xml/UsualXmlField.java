// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.marcato.formats.text.UsualFieldEncoder;

/** The fields of a record that are as the schema wants them, in text that XML allows. */
final class UsualXmlField extends UsualFieldEncoder {
    private static final byte[] AMPERSAND = "&amp;".getBytes(US_ASCII);
    private static final byte[] LESS = "&lt;".getBytes(US_ASCII);
    private static final byte[] GREATER = "&gt;".getBytes(US_ASCII);

    // Behind what they are made with.
    static final UsualXmlField ON_ONE_LINE = new UsualXmlField("", "");
    static final UsualXmlField INDENTED = new UsualXmlField("\n    ", "\n      ");

    private UsualXmlField(String fieldLine, String subfieldLine) {
        super(
                fieldLine + "<controlfield tag=\"~~~\">",
                "</controlfield>",
                fieldLine + "<datafield tag=\"~~~\" ind1=\"~\" ind2=\"~\">" + subfieldLine + "<subfield code=\"~\">",
                "</subfield>" + subfieldLine + "<subfield code=\"~\">",
                "</subfield>" + fieldLine + "</datafield>",
                AMPERSAND.length);
    }

    @Override
    protected boolean isControlTag(int tag) {
        return SchemaRules.isControlTag(tag);
    }

    @Override
    protected boolean isDataTag(int tag) {
        return SchemaRules.isDataTag(tag);
    }

    @Override
    protected boolean isIndicator(byte value) {
        return SchemaRules.isIndicator(value);
    }

    @Override
    protected boolean isCode(byte value) {
        return XmlText.isCode(value);
    }

    @Override
    protected int plain(byte[] bytes, int from, int to, byte[] target, int into) {
        return XmlText.plain(bytes, from, to, target, into);
    }

    @Override
    protected int escape(byte special, byte[] target, int into) {
        if (special != '&' && special != '<' && special != '>') {
            return UNUSUAL;
        }
        byte[] reference = special == '&' ? AMPERSAND : special == '<' ? LESS : GREATER;
        System.arraycopy(reference, 0, target, into, reference.length);
        return into + reference.length;
    }
}
