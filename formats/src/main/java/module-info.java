// SPDX-License-Identifier: Apache-2.0
/** Formats other than ISO 2709. Whoever has this module reads and writes them through what core exports. */
module dev.marcato.formats {
    requires dev.marcato.core;
    requires static com.github.luben.zstd_jni;
    requires static org.jspecify;

    provides dev.marcato.io.Compression with
            dev.marcato.formats.zstd.ZstdCompression;
    provides dev.marcato.io.Format with
            dev.marcato.formats.aleph.AlephFormat,
            dev.marcato.formats.json.JsonFormat,
            dev.marcato.formats.json.NdjsonFormat,
            dev.marcato.formats.line.LineFormat,
            dev.marcato.formats.microlif.MicrolifFormat,
            dev.marcato.formats.mrk.Mrk8Format,
            dev.marcato.formats.mrk.MrkFormat,
            dev.marcato.formats.table.CsvFormat,
            dev.marcato.formats.table.TsvFormat,
            dev.marcato.formats.xml.MarcXchangeFormat,
            dev.marcato.formats.xml.MarcXmlFormat,
            dev.marcato.formats.xml.TurboMarcFormat;
}
