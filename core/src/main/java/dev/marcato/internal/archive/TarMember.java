// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.internal.read.Source;
import dev.marcato.io.Finding;
import java.io.IOException;
import java.util.Queue;

/** The bytes of a member of a tar archive. One thread's. */
final class TarMember extends MemberBytes {
    private final String name;
    private final long size;
    private final ArchiveBytes in;
    private final Source archive;
    private final long begin;
    private boolean ended;

    /**
     * @param in stands before the first byte
     * @param archive what the bytes come from
     */
    TarMember(String name, long size, ArchiveBytes in, Source archive) {
        this.name = name;
        this.size = size;
        this.in = in;
        this.archive = archive;
        this.begin = in.place();
    }

    long size() {
        return size;
    }

    /** How many bytes were not read yet. */
    long left() {
        return size - (in.place() - begin);
    }

    @Override
    public long storedBytes() {
        return archive.storedShare(in.place() - begin);
    }

    @Override
    int readOn(byte[] target, int offset, int length) throws IOException {
        if (ended || left() <= 0) {
            tellCompression();
            return -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, left()));
        if (count < 0) {
            ended = true;
            if (!tellCompression()) {
                report(
                        in.place() - begin,
                        DiagnosticCode.COMPRESSED_STREAM_TRUNCATED,
                        "in " + name + ", which should have " + size + " bytes",
                        "what is there is read");
            }
        } else {
            tellCompression();
        }
        return count;
    }

    /** Tells what was found in the bytes until the end of this member; whether there was anything. */
    private boolean tellCompression() {
        Queue<Finding> compression = archive.findings();
        boolean told = false;
        Finding first = compression.peek();
        while (first != null && first.byteOffset() <= in.place()) {
            report(Finding.at(
                    Math.max(0, first.byteOffset() - begin),
                    first.code(),
                    first.found(),
                    first.expected(),
                    first.action()));
            compression.remove();
            told = true;
            first = compression.peek();
        }
        return told;
    }
}
