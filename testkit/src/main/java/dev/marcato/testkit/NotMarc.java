// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files that people offer as MARC in ISO 2709 and that are something else. Nothing in them may come out as a record.
 */
public enum NotMarc {
    /** No byte at all: an empty input, which is no error. */
    NO_BYTES("nothing") {
        @Override
        public byte[] bytes() {
            return new byte[0];
        }
    },
    ONE_BYTE("one byte") {
        @Override
        public byte[] bytes() {
            return new byte[] {'0'};
        }
    },
    /** Plain text with numbers of five digits and with words like leaders. */
    TEXT("text") {
        @Override
        public byte[] bytes() {
            String line = "00714cam is how records begin, 00245 how many there are; 2200 lines follow, 4500 do not.\n";
            return line.repeat(40).getBytes(UTF_8);
        }
    },
    HTML("HTML") {
        @Override
        public byte[] bytes() {
            String page = """
                    <!DOCTYPE html>
                    <html lang="en"><head><title>Sign in</title></head>
                    <body><p>Your session has ended.</p></body></html>
                    """;
            return page.getBytes(UTF_8);
        }
    },
    /** MARCXML, which is MARC but not in this format. */
    XML("XML") {
        @Override
        public byte[] bytes() {
            String xml = """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <collection xmlns="http://www.loc.gov/MARC21/slim"><record>
                    <leader>00000cam a2200000 a 4500</leader><controlfield tag="001">1</controlfield>
                    <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Title</subfield></datafield>
                    </record></collection>
                    """;
            return xml.getBytes(UTF_8);
        }
    },
    /** MARC-in-JSON. */
    JSON("JSON") {
        @Override
        public byte[] bytes() {
            String json = """
                    {"leader":"00000cam a2200000 a 4500","fields":[{"001":"1"},
                    {"245":{"ind1":"1","ind2":"0","subfields":[{"a":"Title"}]}}]}
                    """;
            return json.getBytes(UTF_8);
        }
    },
    /** MARCMaker, the line format of MarcEdit. */
    MARCMAKER("MARCMaker") {
        @Override
        public byte[] bytes() {
            return "=LDR  00000cam a2200000 a 4500\n=001  1\n=245  10$aTitle\n\n".getBytes(UTF_8);
        }
    },
    /** A zip archive that holds one clean record, compressed. */
    ZIP("zip") {
        @Override
        public byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                ZipEntry entry = new ZipEntry("records.mrc");
                entry.setTimeLocal(LocalDateTime.of(2024, 11, 23, 1, 2));
                zip.putNextEntry(entry);
                zip.write(RecordGenerator.seeded(1).record(0).toIso2709());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    },
    /** A picture of one pixel. */
    PNG("PNG image") {
        @Override
        public byte[] bytes() {
            return Bytes.join(
                    Bytes.latin1("\u0089PNG\r\n\u001A\n"),
                    pngChunk("IHDR", 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0),
                    pngChunk("IDAT", 0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1),
                    pngChunk("IEND"));
        }
    },
    PDF("PDF") {
        @Override
        public byte[] bytes() {
            return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
                    .getBytes(UTF_8);
        }
    },
    /** Bytes without any order. */
    NOISE("binary data") {
        @Override
        public byte[] bytes() {
            Dice dice = Dice.of(8);
            byte[] bytes = new byte[5000];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) dice.below(256);
            }
            return bytes;
        }
    };

    private final String name;

    NotMarc(String name) {
        this.name = name;
    }

    /** What a person would call it. */
    public String description() {
        return name;
    }

    public abstract byte[] bytes();

    private static byte[] pngChunk(String type, int... data) {
        byte[] body = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            body[i] = (byte) data[i];
        }
        byte[] typeAndBody = Bytes.join(Bytes.latin1(type), body);
        CRC32 crc = new CRC32();
        crc.update(typeAndBody);
        return Bytes.join(bigEndian(body.length), typeAndBody, bigEndian((int) crc.getValue()));
    }

    private static byte[] bigEndian(int value) {
        return new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
    }
}
