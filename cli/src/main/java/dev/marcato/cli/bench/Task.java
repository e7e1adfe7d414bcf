// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.io.IOException;

/**
 * Something to be timed.
 *
 * @param question what is asked: tasks with the same question must give the same {@link Answer}
 * @param work does it, once
 */
record Task(String question, Work work) {
    /** What is timed. */
    interface Work {
        Answer run() throws IOException;
    }
}
