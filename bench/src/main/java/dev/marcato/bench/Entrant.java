// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.bench.Peer.Answer;
import dev.marcato.bench.Readers.Pass;
import java.io.IOException;

/** Who takes part in a contest, and with what. */
interface Entrant {
    String name();

    Data data();

    /** A run whose answer is looked at. */
    Answer check() throws IOException, InterruptedException;

    /** A run whose time is taken; its answer is looked at where that costs nothing. */
    Answer run() throws IOException, InterruptedException;

    /** A way of a worker that stays warm. */
    static Entrant warm(String name, Data data, Peer peer, String way) {
        return new Warm(name, data, peer, way);
    }

    /** The same as a process of its own, from start to exit. */
    static Entrant whole(String name, Data data, Peer peer, String way) {
        Command command = peer.command(way, data.files());
        return new Whole(
                name, data, command, command, output -> Answer.parse(output).pass());
    }

    /**
     * Some other process.
     *
     * @param told does the same and says what it found
     * @param reading of what it says
     */
    static Entrant whole(String name, Data data, Command command, Command told, Reading reading) {
        return new Whole(name, data, command, told, reading);
    }

    /** What the output of a process says. */
    interface Reading {
        Pass of(String output) throws IOException;
    }

    /** A way of a worker. */
    record Warm(String name, Data data, Peer peer, String way) implements Entrant {
        @Override
        public Answer check() throws IOException {
            return run();
        }

        @Override
        public Answer run() throws IOException {
            return peer.ask(way, data.files());
        }
    }

    /** A process. */
    record Whole(String name, Data data, Command command, Command told, Reading reading) implements Entrant {
        private static final Pass UNSEEN = new Pass(-1, 0);

        @Override
        public Answer check() throws IOException, InterruptedException {
            return new Answer(reading.of(told.output()), 0);
        }

        @Override
        public Answer run() throws IOException, InterruptedException {
            return new Answer(UNSEEN, command.seconds());
        }
    }
}
