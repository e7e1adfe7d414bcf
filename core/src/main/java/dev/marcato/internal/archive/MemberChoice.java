// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import dev.marcato.internal.SafeText;
import dev.marcato.internal.archive.MemberInput.Opened;
import dev.marcato.io.FileSearch;
import dev.marcato.io.Format;
import dev.marcato.io.Formats;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the members that are read: those whose names end as those of MARC files do, and those that begin as records do.
 *
 * @param archive what the archive is called in messages
 * @param format of all of them, if the caller knows; then all are read
 */
record MemberChoice(String archive, @Nullable Format format) {
    private static final int LONGEST_NAME = 500;

    /** The first bytes of a member, if they are wanted. */
    interface Head {
        byte[] bytes() throws IOException;
    }

    /** What a member is called in messages. */
    String name(String member) {
        return archive + "!/" + SafeText.of(member, LONGEST_NAME);
    }

    /** A member of an archive that is read from its beginning to its end: its bytes are there once, and in their turn. */
    Member inPassing(String member, MemberBytes bytes) throws IOException {
        String refusal = refusal(member, bytes::head);
        return refusal.isEmpty()
                ? Member.read(new MemberInput(name(member), () -> new Opened(bytes, () -> {})))
                : Member.passedOver(name(member), refusal);
    }

    /** Why a member is passed over; "" where it is to be read. */
    String refusal(String member, Head head) throws IOException {
        String path = member.replace('\\', '/');
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("__MACOSX/") || last.startsWith(".")) {
            return "it is hidden";
        }
        if (format != null || FileSearch.hasMarcName(last)) {
            return "";
        }
        byte[] bytes = head.bytes();
        if (Archives.isArchive(bytes)) {
            return "it is an archive in an archive";
        }
        for (Format known : Formats.all()) {
            if (bytes.length > 0 && known.sniff(bytes, bytes.length)) {
                return "";
            }
        }
        return "neither its name nor its first bytes are those of records";
    }
}
