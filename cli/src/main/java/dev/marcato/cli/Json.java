// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.math.BigDecimal;
import java.math.MathContext;

/** Puts one JSON value together, on one line. Commas are set as needed; names and values come in their order. */
public final class Json {
    private final StringBuilder text = new StringBuilder(256);
    private boolean commaDue;

    public Json open(char bracket) {
        separate();
        text.append(bracket);
        commaDue = false;
        return this;
    }

    public Json close(char bracket) {
        text.append(bracket);
        commaDue = true;
        return this;
    }

    public Json name(String name) {
        separate();
        quote(name);
        text.append(':');
        commaDue = false;
        return this;
    }

    public Json field(String name, long value) {
        return name(name).value(value);
    }

    public Json field(String name, double value) {
        return name(name).value(value);
    }

    public Json field(String name, boolean value) {
        return name(name).literal(Boolean.toString(value));
    }

    public Json field(String name, String value) {
        return name(name).value(value);
    }

    /** A value that is null where it has nothing to say. */
    public Json fieldOrNull(String name, String value) {
        return value.isEmpty() ? nullField(name) : field(name, value);
    }

    public Json nullField(String name) {
        return name(name).literal("null");
    }

    public Json value(long value) {
        return literal(Long.toString(value));
    }

    public Json value(String value) {
        separate();
        quote(value);
        commaDue = true;
        return this;
    }

    /** A measured figure: six digits are more than any measurement has. What is not finite is null. */
    public Json value(double value) {
        return literal(
                Double.isFinite(value)
                        ? new BigDecimal(value)
                                .round(new MathContext(6))
                                .stripTrailingZeros()
                                .toPlainString()
                        : "null");
    }

    private Json literal(String value) {
        separate();
        text.append(value);
        commaDue = true;
        return this;
    }

    private void separate() {
        if (commaDue) {
            text.append(',');
        }
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    // Half a surrogate pair cannot be written as UTF-8.
                    if (c < 0x20 || c >= 0x7F && c < 0xA0 || isLoneSurrogate(value, i)) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private static boolean isLoneSurrogate(String value, int at) {
        char c = value.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    }

    /** What was put together until now, to go on with an empty text: so a long array can be written in parts. */
    public String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
