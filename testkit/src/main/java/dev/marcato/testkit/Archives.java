// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives in memory, of members that are given by name, in their order. */
public final class Archives {
    private static final int BLOCK = 512;
    private static final int SIZE = 124;
    private static final int CHECKSUM = 148;
    private static final int TYPE = 156;

    private Archives() {}

    /** A ZIP archive as most programs make it; sizes of its members stand behind them. */
    public static byte[] zip(Map<String, byte[]> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                out.putNextEntry(new ZipEntry(member.getKey()));
                out.write(member.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A tar archive of ustar. */
    public static byte[] tar(Map<String, byte[]> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        members.forEach((name, content) -> out.writeBytes(tarMember(name, name.endsWith("/") ? '5' : '0', content)));
        out.writeBytes(new byte[2 * BLOCK]);
        return out.toByteArray();
    }

    /** A member of a tar archive, or what describes the one that follows, with its header. */
    public static byte[] tarMember(String name, char type, byte[] content) {
        return tarMember(name, type, String.format("%011o", content.length), content);
    }

    /** The same with a size as it is given. */
    public static byte[] tarMember(String name, char type, String size, byte[] content) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name.getBytes(StandardCharsets.UTF_8));
        put(header, 100, ascii("0000644"));
        put(header, SIZE, ascii(size));
        put(header, CHECKSUM, ascii("        "));
        header[TYPE] = (byte) type;
        put(header, 257, ascii("ustar\00000"));
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xFF;
        }
        put(header, CHECKSUM, ascii(String.format("%06o\0 ", sum)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header);
        out.writeBytes(content);
        out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        return out.toByteArray();
    }

    private static void put(byte[] target, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, target, at, Math.min(bytes.length, target.length - at));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
