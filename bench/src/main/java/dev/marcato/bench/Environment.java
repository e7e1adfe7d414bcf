// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What a figure is worthless without. */
public final class Environment {
    private Environment() {}

    public static void main(String[] args) {
        System.out.println(describe());
    }

    static String describe() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "date " + LocalDate.now(ZoneOffset.UTC) + "\nCPU " + cpu() + ", " + system.getAvailableProcessors()
                + " available\nOS "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + "\nJVM " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.runtime.version") + "\nload " + system.getSystemLoadAverage()
                + "\npeer "
                + jar(org.marc4j.MarcStreamReader.class);
    }

    /** Its name has the version. */
    private static Path jar(Class<?> inside) {
        return Path.of(inside.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getFileName();
    }

    private static String cpu() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
