// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import java.util.Locale;

/** Elements put together as text that is HTML and well-formed XML at once. Whatever comes from outside is escaped. */
final class Markup {
    private final StringBuilder text = new StringBuilder(4096);

    /** Text in which nothing is markup; what XML forbids becomes U+FFFD. */
    static String escape(String raw) {
        StringBuilder safe = new StringBuilder(raw.length() + 16);
        raw.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    boolean forbidden =
                            Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF || (c & 0xFFFE) == 0xFFFE;
                    safe.appendCodePoint(forbidden ? 0xFFFD : c);
                }
            }
        });
        return safe.toString();
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values by turns
     */
    Markup open(String element, String... attributes) {
        return begin(element, attributes).raw(">");
    }

    Markup close(String element) {
        return raw("</").raw(element).raw(">");
    }

    /** An element without content. */
    Markup empty(String element, String... attributes) {
        return begin(element, attributes).raw("/>");
    }

    /** An element with nothing but text in it. */
    Markup element(String element, String content, String... attributes) {
        return open(element, attributes).text(content).close(element);
    }

    private Markup begin(String element, String... attributes) {
        raw("<").raw(element);
        for (int i = 0; i < attributes.length; i += 2) {
            raw(" ").raw(attributes[i]).raw("=\"").text(attributes[i + 1]).raw("\"");
        }
        return this;
    }

    Markup text(String content) {
        return raw(escape(content));
    }

    /** Text that is markup already. */
    Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    Markup line() {
        return raw("\n");
    }

    /** A place or length in a plot: a tenth of a unit is finer than a screen. */
    static String number(double value) {
        String number = String.format(Locale.ROOT, "%.1f", value);
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
