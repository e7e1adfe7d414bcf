// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

import java.util.List;

/**
 * What a figure is worthless without.
 *
 * @param date when it began
 * @param command what was typed
 * @param version of this program
 * @param cpu the processor's name
 * @param processors how many of them this process may use
 * @param cacheBytes the largest cache of the first processor, 0 if the system does not tell
 * @param os name, version and architecture
 * @param jvm name and version
 * @param collectors the garbage collectors
 * @param flags the virtual machine's flags
 * @param heapBytes how large the heap may grow
 * @param loadBefore processes that wanted a processor in the minute before, negative if the system does not tell
 * @param loadAfter the same at the end
 */
public record Environment(
        String date,
        String command,
        String version,
        String cpu,
        int processors,
        long cacheBytes,
        String os,
        String jvm,
        List<String> collectors,
        List<String> flags,
        long heapBytes,
        double loadBefore,
        double loadAfter) {
    public Environment {
        collectors = List.copyOf(collectors);
        flags = List.copyOf(flags);
    }

    public Environment withLoadAfter(double load) {
        return new Environment(
                date,
                command,
                version,
                cpu,
                processors,
                cacheBytes,
                os,
                jvm,
                collectors,
                flags,
                heapBytes,
                loadBefore,
                load);
    }
}
