// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What is said on standard error, a line at a time and each in one write, so that lines of several processes do not mix.
 * Nobody listening is no failure. Safe for several threads.
 */
public final class Talk {
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final OutputStream err;
    private final boolean quiet;
    private boolean barShown;

    public Talk(OutputStream err, boolean quiet) {
        this.err = err;
        this.quiet = quiet;
    }

    public static Talk onStandardError(boolean quiet) {
        return new Talk(new FileOutputStream(FileDescriptor.err), quiet);
    }

    public boolean quiet() {
        return quiet;
    }

    /** Says something that {@code -q} silences. */
    public synchronized void say(String line) {
        if (!quiet) {
            error(line);
        }
    }

    /** Says something that is always said. */
    public synchronized void error(String line) {
        String clear = barShown ? CLEAR_LINE : "";
        barShown = false;
        write(clear + oneLine(line) + "\n");
    }

    /** Shows a bar in place of the one before; the next line that is said wipes it out. Only for a terminal. */
    public synchronized void bar(String text) {
        barShown = true;
        write("\r" + text + "\u001B[K");
    }

    /** Wipes out the bar, if there is one. */
    public synchronized void endBar() {
        if (barShown) {
            barShown = false;
            write(CLEAR_LINE);
        }
    }

    private void write(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // There is no other place to say it.
            barShown = false;
        }
    }

    /** File names may hold line breaks and escape sequences. */
    private static String oneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (char c : text.toCharArray()) {
            if (Character.isISOControl(c)) {
                safe.append("\\x").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }
}
