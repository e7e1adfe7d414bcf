// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

/** Where the command line starts. */
public final class Main {
    private Main() {}

    /**
     * Runs the command line and ends the process with its status.
     *
     * @param args what stands behind {@code marcato}
     */
    public static void main(String[] args) {
        ExitStatus status = run(args);
        if (status != ExitStatus.DONE) {
            System.exit(status.code());
        }
    }

    static ExitStatus run(String... args) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            Crash.tell(failure, Talk.onStandardError(false), System.getenv(Crash.DEBUG));
            System.exit(ExitStatus.FAILED.code());
        });
        return new Dispatcher().run(args);
    }
}
