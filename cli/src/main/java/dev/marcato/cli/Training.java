// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

/**
 * Runs the usual verbs on a small input, so that the classes they need go into the class-data archive that the
 * launcher makes. What is left out here works all the same and only starts more slowly.
 */
final class Training {
    private Training() {}

    public static void main(String[] args) {
        Main.main(new String[] {"--version"});
    }
}
