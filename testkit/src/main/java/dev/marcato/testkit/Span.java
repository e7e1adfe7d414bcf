// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

/** A number of bytes from {@code min} to {@code max}, both included. */
public record Span(int min, int max) {
    public static final Span NONE = new Span(0, 0);

    public Span {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("not a span: " + min + " to " + max);
        }
    }

    public static Span exactly(int bytes) {
        return new Span(bytes, bytes);
    }

    public static Span upTo(int max) {
        return new Span(0, max);
    }

    public boolean contains(long bytes) {
        return min <= bytes && bytes <= max;
    }

    public Span plus(Span other) {
        return new Span(min + other.min, max + other.max);
    }

    @Override
    public String toString() {
        return min == max ? String.valueOf(min) : min + " to " + max;
    }
}
