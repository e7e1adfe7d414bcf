// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import dev.marcato.internal.archive.MemberInput.Opened;
import dev.marcato.io.ExpansionLimit;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A ZIP archive in a file, whose members are found by its directory and can be read in any order. */
final class ZipStoredFile implements Archive {
    private final SharedContent shared;
    private final Closeable own;
    private final MemberChoice choice;
    private final ExpansionLimit limit;
    private final ArchiveBytes directory;
    private long left;
    private long stored;
    private long expanded;

    ZipStoredFile(SharedContent shared, ZipDirectory directory, MemberChoice choice, ExpansionLimit limit)
            throws IOException {
        this.shared = shared;
        this.own = shared.use();
        this.choice = choice;
        this.limit = limit;
        this.directory = new ArchiveBytes(shared.content().from(directory.offset()), directory.offset());
        this.left = directory.entries();
    }

    @Override
    public @Nullable Member next() throws IOException {
        while (left > 0) {
            left--;
            ZipEntry entry = entry();
            if (!entry.isDirectory()) {
                return member(entry);
            }
        }
        return null;
    }

    private ZipEntry entry() throws IOException {
        long place = directory.place();
        if (!directory.hold(ZipEntry.CENTRAL_BYTES) || directory.int32(0) != ZipEntry.CENTRAL_HEADER) {
            throw broken(place);
        }
        int commentLength = directory.int16(32);
        long offset = directory.int32(42);
        ZipEntry entry = ZipEntry.take(directory, ZipEntry.CENTRAL_BYTES, 8, offset);
        if (entry == null) {
            throw broken(place);
        }
        directory.skip(commentLength);
        return entry;
    }

    private IOException broken(long place) {
        left = 0;
        return new IOException("the directory of the archive is damaged at byte " + place);
    }

    private Member member(ZipEntry entry) throws IOException {
        String name = choice.name(entry.name());
        if (!entry.problem().isEmpty()) {
            return Member.unreadable(name, entry.problem());
        }
        if (entry.stored() < 0
                || entry.size() < 0
                || entry.stored() > shared.content().size() - stored) {
            return Member.unreadable(name, "it overlaps other members, as in an archive that was made to do harm");
        }
        long storedBefore = stored;
        long expandedBefore = expanded;
        // Only of what is read: one member that lies about its size costs no other.
        stored += entry.stored();
        String refusal;
        try {
            refusal = choice.refusal(
                    entry.name(),
                    () -> open(entry, storedBefore, expandedBefore).head());
        } catch (IOException e) {
            return Member.unreadable(name, String.valueOf(e.getMessage()));
        }
        if (!refusal.isEmpty()) {
            return Member.passedOver(name, refusal);
        }
        expanded += entry.size();
        return Member.read(new MemberInput(name, () -> {
            Closeable user = shared.use();
            try {
                return new Opened(open(entry, storedBefore, expandedBefore), user);
            } catch (IOException e) {
                try (user) {
                    throw e;
                }
            }
        }));
    }

    private ZipMember open(ZipEntry entry, long storedBefore, long expandedBefore) throws IOException {
        ArchiveBytes bytes = new ArchiveBytes(shared.content().from(entry.offset()), entry.offset());
        if (!bytes.hold(ZipEntry.LOCAL_BYTES) || bytes.int32(0) != ZipEntry.LOCAL_HEADER) {
            throw new IOException("it does not stand where the directory of the archive says");
        }
        int names = bytes.int16(26) + bytes.int16(28);
        bytes.skip(ZipEntry.LOCAL_BYTES + (long) names);
        return new ZipMember(entry, bytes, true, limit, storedBefore, expandedBefore);
    }

    @Override
    public void close() throws IOException {
        own.close();
    }
}
