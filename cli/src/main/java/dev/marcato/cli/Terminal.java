// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which of the three standard streams a person looks at. Java cannot ask, so the launcher does and hands the numbers on in
 * {@code MARCATO_TTY}; without a launcher Linux tells by {@code /proc}, and other systems by the console, which knows all
 * three only together.
 */
public final class Terminal {
    public static final int IN = 0;
    public static final int OUT = 1;
    public static final int ERR = 2;

    private Terminal() {}

    /** @param stream 0, 1 or 2 */
    public static boolean is(int stream) {
        String told = System.getenv("MARCATO_TTY");
        if (told != null) {
            return told.indexOf('0' + stream) >= 0;
        }
        if (File.separatorChar == '/' && Files.exists(Path.of("/proc/self/fd"))) {
            String device = target(stream);
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        }
        return consoleIsTerminal();
    }

    /** Whether colour may go to this stream: it is a terminal that understands it, and nobody objects. */
    static boolean takesColor(int stream) {
        String no = System.getenv("NO_COLOR");
        String kind = System.getenv("TERM");
        boolean able = kind != null ? !kind.equals("dumb") : System.getenv("WT_SESSION") != null;
        return able && (no == null || no.isEmpty()) && is(stream);
    }

    /** Whether the stream is a pipe or a socket; false where the system does not tell. */
    static boolean isPipe(int stream) {
        String kind = target(stream);
        return kind.startsWith("pipe:") || kind.startsWith("socket:");
    }

    /**
     * Whether the process was started with standard input closed. The JVM then opens its own files under that number: what
     * would be read are the JDK's classes.
     */
    static boolean inputIsClosed() {
        String modules =
                Path.of(System.getProperty("java.home"), "lib", "modules").toString();
        return target(IN).equals(modules);
    }

    private static String target(int stream) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    // From JDK 22 on there is a console without a terminal, and a method that tells; 17 knows neither.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean consoleIsTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return true;
        }
    }
}
