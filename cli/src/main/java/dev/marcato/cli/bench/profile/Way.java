// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

/**
 * One way to read all records and to ask each for its title, and how long it took.
 *
 * @param source where the bytes come from
 * @param division how the work is divided among threads
 * @param measured threads, and how long it took
 */
public record Way(Source source, Division division, Measured measured) {
    /** Where the bytes come from. */
    public enum Source {
        /** Arrays, filled before. */
        MEMORY("in memory"),
        /** Files that the system holds in its cache, since they were read just before. */
        FILES("from files"),
        /** Files past the system's cache. */
        COLD("from files, cold");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** How the work is divided among threads. */
    public enum Division {
        /** One {@code MarcReader} after another, in one thread. */
        SEQUENTIAL("one after another"),
        /** {@code MarcFiles}: a thread takes the next range of a file. */
        RANGES("ranges as units"),
        /** A thread takes the next whole file. */
        WHOLE_FILES("files as units"),
        /** One thread reads the bytes, and looks for no records in them. */
        BYTES_ALONE("the bytes alone");

        private final String words;

        Division(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public int threads() {
        return measured.threads();
    }

    public Runs runs() {
        return measured.runs();
    }
}
