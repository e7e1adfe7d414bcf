// SPDX-License-Identifier: Apache-2.0
/** Formats other than ISO 2709. Whoever has this module reads and writes them through what core exports. */
module dev.marcato.formats {
    requires dev.marcato.core;
    requires static org.jspecify;

    provides dev.marcato.io.Format with
            dev.marcato.formats.json.NdjsonFormat,
            dev.marcato.formats.mrk.MrkFormat,
            dev.marcato.formats.mrk.Mrk8Format,
            dev.marcato.formats.line.LineFormat,
            dev.marcato.formats.aleph.AlephFormat,
            dev.marcato.formats.microlif.MicrolifFormat;
}
