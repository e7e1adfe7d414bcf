// SPDX-License-Identifier: Apache-2.0
/** Reads, checks, repairs and writes MARC records. Needs {@code java.base} alone. */
module dev.marcato.core {
    requires static org.jspecify;

    exports dev.marcato;
    exports dev.marcato.diagnostic;
    exports dev.marcato.io;

    uses dev.marcato.io.Compression;
    uses dev.marcato.io.Format;
}
