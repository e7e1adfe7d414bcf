// SPDX-License-Identifier: Apache-2.0
/** The command line. A program, not a library: it exports nothing. */
module dev.marcato.cli {
    requires dev.marcato.core;
    requires dev.marcato.formats;
    requires info.picocli;
    requires java.management;
    requires jdk.management;
    requires static jdk.unsupported;
    requires static org.jspecify;
}
