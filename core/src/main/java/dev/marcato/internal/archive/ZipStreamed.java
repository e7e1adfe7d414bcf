// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import dev.marcato.io.ExpansionLimit;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP archive that is read from its beginning to its end, since it is a stream, or is cut off so that its directory is
 * missing. Members are found by their local headers.
 */
final class ZipStreamed implements Archive {
    private final ArchiveBytes in;
    private final MemberChoice choice;
    private final ExpansionLimit limit;
    private final Closeable behind;
    private @Nullable ZipMember current;
    private @Nullable ZipEntry entry;
    private long data;
    private boolean opened;
    private long expanded;
    private boolean ended;

    /** @param behind what is closed with the archive */
    ZipStreamed(InputStream in, MemberChoice choice, ExpansionLimit limit, Closeable behind) {
        this.in = new ArchiveBytes(in, 0);
        this.choice = choice;
        this.limit = limit;
        this.behind = behind;
    }

    @Override
    public @Nullable Member next() throws IOException {
        while (!ended) {
            finish();
            if (ended || !begin()) {
                break;
            }
            Member member = member();
            if (member != null) {
                return member;
            }
        }
        ended = true;
        return null;
    }

    /** Passes over what is left of the last member. */
    private void finish() throws IOException {
        ZipEntry last = entry;
        if (last == null) {
            return;
        }
        entry = null;
        ZipMember member = current;
        current = null;
        if (member != null) {
            byte[] rest = new byte[1 << 13];
            while (member.readOn(rest, 0, rest.length) >= 0) {
                // It must be read to find its end.
            }
            expanded += member.expandedBytes();
        }
        boolean lost = member != null && !member.isWhole();
        if (member != null) {
            member.close();
        }
        if (!last.sizesFollow()) {
            in.skip(last.stored() - (in.place() - data));
        } else if (lost) {
            ended = true;
            if (!opened) {
                throw new IOException("the archive cannot be read behind " + last.name());
            }
        }
    }

    /** Reads the next local header; false at the end. */
    private boolean begin() throws IOException {
        long place = in.place();
        if (!in.hold(4)) {
            throw broken("the archive is cut off at byte " + place);
        }
        if (in.int32(0) != ZipEntry.LOCAL_HEADER) {
            if (in.at(0) == 'P' && in.at(1) == 'K') {
                return false;
            }
            throw broken("there is no member of a ZIP archive at byte " + place);
        }
        if (!in.hold(ZipEntry.LOCAL_BYTES)) {
            throw broken("the archive is cut off at byte " + place);
        }
        entry = ZipEntry.take(in, ZipEntry.LOCAL_BYTES, 6, place);
        if (entry == null) {
            throw broken("the archive is cut off at byte " + place);
        }
        data = in.place();
        opened = false;
        return true;
    }

    /** What is done with the member that begins here; null where it is nobody's business. */
    private @Nullable Member member() throws IOException {
        ZipEntry header = entry;
        if (header == null) {
            return null;
        }
        String name = choice.name(header.name());
        boolean endless = header.sizesFollow() && header.method() != ZipEntry.DEFLATED;
        if (endless) {
            ended = true;
            return Member.unreadable(
                    name, "its end cannot be found in a stream, nor what follows it; read the archive as a file");
        }
        boolean unreadable = !header.problem().isEmpty();
        if (unreadable && header.sizesFollow()) {
            ended = true;
            return Member.unreadable(name, header.problem() + "; what follows it cannot be found in a stream");
        }
        if (unreadable) {
            return header.isDirectory() ? null : Member.unreadable(name, header.problem());
        }
        ZipMember bytes = new ZipMember(header, in, !header.sizesFollow(), limit, data, expanded);
        current = bytes;
        if (header.isDirectory()) {
            return null;
        }
        Member member = choice.inPassing(header.name(), bytes);
        opened = member.input() != null;
        return member;
    }

    private IOException broken(String reason) {
        ended = true;
        return new IOException(reason);
    }

    @Override
    public void close() throws IOException {
        behind.close();
    }
}
