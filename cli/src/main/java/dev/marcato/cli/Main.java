// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

/** Where the command line starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        String version = Main.class.getPackage().getImplementationVersion();
        System.out.println("marcato " + (version == null ? "(unpackaged)" : version));
    }
}
