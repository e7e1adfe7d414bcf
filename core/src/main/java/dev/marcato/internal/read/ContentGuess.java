// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.read;

import dev.marcato.io.Format;
import dev.marcato.io.Formats;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Says what bytes look like that are no MARC, and what their owner can do. */
final class ContentGuess {
    private record Signature(String name, String advice, int... bytes) {
        boolean matches(byte[] head, int length) {
            if (length < bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] >= 0 && (head[i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final String UNPACK = "unpack it first";
    private static final String ARCHIVE = "read it with MarcFiles, or unpack it first";
    private static final int TAR_MAGIC = 257;
    private static final String NO_RECORDS = "it holds no records";

    private static final List<Signature> SIGNATURES = List.of(
            new Signature("a ZIP archive", ARCHIVE, 'P', 'K', 3, 4),
            new Signature("an empty ZIP archive", NO_RECORDS, 'P', 'K', 5, 6),
            new Signature("a 7z archive", UNPACK, '7', 'z', 0xBC, 0xAF),
            new Signature("bzip2 data", UNPACK, 'B', 'Z', 'h'),
            new Signature("xz data", UNPACK, 0xFD, '7', 'z', 'X', 'Z'),
            new Signature(
                    "Zstandard data", "unpack it first, or have the module formats there", 0x28, 0xB5, 0x2F, 0xFD),
            new Signature("gzip data inside gzip", UNPACK, 0x1F, 0x8B, 8),
            new Signature("a PNG image", NO_RECORDS, 0x89, 'P', 'N', 'G'),
            new Signature("a JPEG image", NO_RECORDS, 0xFF, 0xD8, 0xFF),
            new Signature("a GIF image", NO_RECORDS, 'G', 'I', 'F', '8'),
            new Signature("a TIFF image", NO_RECORDS, 'I', 'I', 42, 0),
            new Signature("a TIFF image", NO_RECORDS, 'M', 'M', 0, 42),
            new Signature("a PDF document", NO_RECORDS, '%', 'P', 'D', 'F'),
            new Signature("an old Office document", NO_RECORDS, 0xD0, 0xCF, 0x11, 0xE0),
            new Signature("UTF-16 text", "convert it to UTF-8", 0xFF, 0xFE),
            new Signature("UTF-16 text", "convert it to UTF-8", 0xFE, 0xFF),
            new Signature("Parquet", NO_RECORDS, 'P', 'A', 'R', '1'),
            new Signature("an SQLite database", "export its records", 'S', 'Q', 'L', 'i', 't', 'e', ' '));

    private ContentGuess() {}

    /**
     * One clause about bytes that are not in the format they were read as, for instance "it looks like MARCXML; …".
     *
     * @param format what they were read as
     */
    static String describe(byte[] head, int length, Format format) {
        Format other = Formats.of(head);
        if (other != format && other.sniff(head, length)) {
            return "it looks like " + title(other) + ", and was read as " + title(format);
        }
        return describe(head, length, "; " + title(format) + " is what is read here");
    }

    private static String title(Format format) {
        return format == Formats.iso2709() ? "ISO 2709" : format.name();
    }

    private static String describe(byte[] head, int length, String otherwise) {
        for (Signature signature : SIGNATURES) {
            if (signature.matches(head, length)) {
                return "it looks like " + signature.name + "; " + signature.advice;
            }
        }
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        if (text.startsWith("ustar", TAR_MAGIC)) {
            return "it looks like a tar archive; " + ARCHIVE;
        }
        text = text.strip();
        if (text.startsWith("\u00EF\u00BB\u00BF")) {
            text = text.substring(3).strip();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return "it looks like HTML, perhaps an error page of a server; fetch the file again";
        }
        if (text.startsWith("<")) {
            return lower.contains("marc") || lower.contains("<leader")
                    ? "it looks like MARCXML; convert it to ISO 2709"
                    : "it looks like XML" + otherwise;
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return "it looks like JSON; convert it to ISO 2709";
        }
        if (text.startsWith("=LDR") || text.startsWith("=000")) {
            return "it looks like MARCMaker text (.mrk); convert it to ISO 2709";
        }
        if (isText(head, length)) {
            return "it looks like text" + otherwise;
        }
        return "nothing in it looks like a record" + otherwise;
    }

    private static boolean isText(byte[] head, int length) {
        for (int i = 0; i < length; i++) {
            byte c = head[i];
            if (c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
                return false;
            }
        }
        return length > 0;
    }
}
