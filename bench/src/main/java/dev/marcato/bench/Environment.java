// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** What a figure is worthless without. */
final class Environment {
    private Environment() {}

    static String describe() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "date " + LocalDate.now() + "\nCPU " + cpu() + ", " + system.getAvailableProcessors() + " available\nOS "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + "\nJVM " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.runtime.version") + "\nload " + system.getSystemLoadAverage()
                + "\nmarc4j "
                + org.marc4j.MarcStreamReader.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation();
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
