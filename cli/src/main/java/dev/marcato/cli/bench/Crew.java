// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Some threads that do one thing together and end: the simplest pool there is, for what a user would write by hand. */
final class Crew {
    private Crew() {}

    /** What each thread does. */
    interface Member {
        /** @param index of the thread, 0-based */
        void work(int index) throws IOException;
    }

    /**
     * Lets so many threads work, the calling one among them, and waits for all.
     *
     * @throws IOException what one of them threw
     */
    static void work(int threads, Member member) throws IOException {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            int index = i;
            Thread thread = new Thread(() -> run(member, index, failures), "marcato-bench-" + i);
            others.add(thread);
            thread.start();
        }
        run(member, 0, failures);
        for (Thread other : others) {
            join(other);
        }
        Throwable thrown = failures.peek();
        if (thrown instanceof IOException e) {
            throw e;
        } else if (thrown instanceof RuntimeException e) {
            throw e;
        } else if (thrown instanceof Error e) {
            throw e;
        }
    }

    private static void run(Member member, int index, Queue<Throwable> failures) {
        try {
            member.work(index);
        } catch (IOException | RuntimeException | Error e) {
            failures.add(e);
        }
    }

    private static void join(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
