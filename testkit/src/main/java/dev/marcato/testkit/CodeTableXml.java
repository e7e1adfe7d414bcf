// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads code tables in the form in which the Library of Congress publishes them. */
public final class CodeTableXml {
    /** What a code stands for, and whether that is a combining mark. */
    public record Entry(int codePoint, boolean mark) {}

    /** A file, and the names that the sets to be taken from it have here, by their names there. */
    record Source(String file, Map<String, String> names) {}

    private CodeTableXml() {}

    static Map<String, SortedMap<Integer, Entry>> read(Path folder, Source source) {
        Map<String, SortedMap<Integer, Entry>> sets = new TreeMap<>();
        NodeList all = parse(folder.resolve(source.file())).getElementsByTagName("characterSet");
        for (int i = 0; i < all.getLength(); i++) {
            Element set = (Element) all.item(i);
            String name = source.names().get(set.getAttribute("name"));
            if (name != null) {
                // Of two sets with one name the later one is the right half; the left one is ASCII.
                sets.put(name, entries(set));
            }
        }
        return sets;
    }

    private static Document parse(Path file) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static SortedMap<Integer, Entry> entries(Element set) {
        SortedMap<Integer, Entry> entries = new TreeMap<>();
        NodeList codes = set.getElementsByTagName("code");
        for (int i = 0; i < codes.getLength(); i++) {
            Element code = (Element) codes.item(i);
            // The left half in any case: a set is the same in G0 and in G1.
            int bytes = Integer.parseInt(text(code, "marc"), 16);
            boolean control = bytes < 0x100 && (bytes & 0x7F) <= 0x20;
            boolean c1 = bytes >= 0x80 && bytes < 0xA0;
            String character = character(code);
            if (!control && !c1 && !character.isEmpty()) {
                entries.put(
                        bytes & 0x7F7F7F,
                        new Entry(
                                Integer.parseInt(character, 16),
                                text(code, "isCombining").equals("true")));
            }
        }
        return entries;
    }

    /**
     * The halves of a mark over two letters are given as the half marks of Unicode, an alternative in the tables: the left
     * half alone is not yet the whole mark that stands in the first place there.
     */
    private static String character(Element code) {
        String alternative = text(code, "alt");
        boolean half = alternative.startsWith("FE2") && !text(code, "ucs").equals("031B");
        return half ? alternative : text(code, "ucs");
    }

    private static String text(Element code, String name) {
        NodeList elements = code.getElementsByTagName(name);
        return elements.getLength() == 0
                ? ""
                : elements.item(0).getTextContent().strip();
    }
}
