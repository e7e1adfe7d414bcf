// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a document is by its first bytes: XML that is not HTML is taken for MARCXML, since the records may be wrapped in anything,
 * unless its root or a namespace says that it is another format of MARC in XML.
 */
final class DocumentHead {
    /** Of a document of which nothing is known. */
    static final DocumentHead UNKNOWN = new DocumentHead(SourceEncoding.UTF_8, "");

    private final SourceEncoding encoding;
    private final String text;

    private DocumentHead(SourceEncoding encoding, String text) {
        this.encoding = encoding;
        this.text = text;
    }

    /** The head of a source that begins so. */
    static DocumentHead of(byte[] head, int length) {
        SourceEncoding encoding = SourceEncoding.of(head, length);
        String text = encoding.isWide()
                ? new String(
                        head, 0, length, encoding.isBigEndian() ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE)
                : new String(head, 0, length, StandardCharsets.UTF_8);
        return new DocumentHead(encoding, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    SourceEncoding encoding() {
        return encoding;
    }

    /** The name of the root, its prefix included; "" if there is none, or it is not all to be seen. */
    String rootName() {
        int root = root();
        int end = root < 0 ? 0 : nameEnd(root);
        return end < text.length() && root >= 0 ? text.substring(root, end) : "";
    }

    /** The name of the format; "" if it is none of them. */
    String formatName() {
        int root = root();
        if (root < 0) {
            return "";
        }
        int end = nameEnd(root);
        String name = text.substring(root, end);
        String local = name.substring(name.lastIndexOf(':') + 1);
        String lower = text.substring(root).toLowerCase(Locale.ROOT);
        boolean tagEnds = end == text.length() || " \t\r\n/>".indexOf(text.charAt(end)) >= 0;
        if (!tagEnds || local.toLowerCase(Locale.ROOT).equals("html")) {
            return "";
        }
        if (local.equals("r") || lower.contains("turbomarc")) {
            return TurboMarcFormat.NAME;
        }
        return lower.contains("marcxchange") ? MarcXchangeFormat.NAME : MarcXmlFormat.NAME;
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < text.length() && (text.charAt(end) >= 0x80 || Names.isPart((byte) text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** Where the root's name begins; negative if this is no XML. Behind what does not end here, anything may come. */
    private int root() {
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
                at++;
            } else if (text.startsWith("<!--", at)) {
                at = behind("-->", at + 4);
            } else if (text.startsWith("<?xml", at)) {
                at = behind("?>", at);
            } else if (text.startsWith("<!DOCTYPE", at)) {
                if (text.substring(at + 9).strip().toLowerCase(Locale.ROOT).startsWith("html")) {
                    return -1;
                }
                int subset = text.indexOf('[', at);
                int close = text.indexOf('>', at);
                at = subset >= 0 && subset < close ? behind("]>", at) : behind(">", at);
            } else {
                boolean element = next == '<' && at + 1 < text.length() && Names.isStart((byte) text.charAt(at + 1));
                return element ? at + 1 : -1;
            }
        }
        return text.contains("<") ? text.length() : -1;
    }

    private int behind(String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at + end.length();
    }
}
