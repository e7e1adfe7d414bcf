// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.cli.bench.profile.Environment;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** What the virtual machine and the system tell about themselves. */
final class Machine {
    private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

    private Machine() {}

    /** Milliseconds that all collectors have spent since the start. */
    static long gcMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .filter(millis -> millis > 0)
                .sum();
    }

    /** Bytes that this thread has asked for since its start; -1 if that is not counted. */
    static long allocatedBytes() {
        try {
            return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                            && threads.isThreadAllocatedMemorySupported()
                    ? threads.getThreadAllocatedBytes(Thread.currentThread().getId())
                    : -1;
        } catch (UnsupportedOperationException | LinkageError e) {
            return -1;
        }
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** The largest cache of the first processor, 0 if the system does not tell. */
    static long cacheBytes() {
        long largest = 0;
        for (int i = 0; i < 8; i++) {
            largest = Math.max(
                    largest, bytes(firstLine(CACHES.resolve("index" + i).resolve("size"))));
        }
        return largest;
    }

    private static long bytes(String text) {
        if (!text.matches("[0-9]{1,9}[KM]?")) {
            return 0;
        }
        long number = Long.parseLong(text.replaceAll("[KM]", ""));
        return text.endsWith("K") ? number << 10 : text.endsWith("M") ? number << 20 : number;
    }

    /** The environment at the beginning: the load at the end is that of now. */
    static Environment environment(String command) {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        String version = Machine.class.getPackage().getImplementationVersion();
        return new Environment(
                OffsetDateTime.now(ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                command,
                version == null ? "not packaged" : version,
                cpu(),
                Runtime.getRuntime().availableProcessors(),
                cacheBytes(),
                system("os.name") + " " + system("os.version") + " " + system("os.arch"),
                system("java.vm.name") + " " + system("java.runtime.version"),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .toList(),
                runtime.getInputArguments(),
                Runtime.getRuntime().maxMemory(),
                load(),
                load());
    }

    private static String system(String property) {
        return System.getProperty(property, "unknown");
    }

    private static String cpu() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String firstLine(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? "" : lines.get(0).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
