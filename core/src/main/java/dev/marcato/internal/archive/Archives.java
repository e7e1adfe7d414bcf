// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import dev.marcato.internal.read.Source;
import dev.marcato.io.ExpansionLimit;
import dev.marcato.io.Format;
import dev.marcato.io.MarcInput;
import dev.marcato.io.ReadLimits;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Recognises archives by what they begin with, and opens them. */
public final class Archives {
    private Archives() {}

    /**
     * Opens a ZIP archive in a file, which is closed with the archive and its members. Where its directory is missing it is read
     * as a stream.
     *
     * @param name what it is called in messages
     * @param format of all members, if the caller knows
     */
    public static Archive zip(MarcInput.Content content, String name, @Nullable Format format, ReadLimits limits)
            throws IOException {
        MemberChoice choice = new MemberChoice(name, format);
        ExpansionLimit limit = new ExpansionLimit(limits);
        ZipDirectory directory = ZipDirectory.of(content);
        return directory == null
                ? new ZipStreamed(content.from(0), choice, limit, content)
                : new ZipStoredFile(new SharedContent(content), directory, choice, limit);
    }

    /** Opens the archive that a source is, of which nothing was read yet; the content is closed with the archive. */
    public static Archive streamed(
            Source source, MarcInput.Content content, String name, @Nullable Format format, ReadLimits limits)
            throws IOException {
        MemberChoice choice = new MemberChoice(name, format);
        if (!isZip(source.head())) {
            return new TarArchive(source, choice, content);
        }
        if (source.isCompressed()) {
            throw new IOException("it is a ZIP archive that was compressed again; unpack it first");
        }
        return new ZipStreamed(source, choice, new ExpansionLimit(limits), content);
    }

    /** Whether these first bytes of a source are those of an archive. */
    public static boolean isArchive(byte[] head) {
        return isZip(head) || TarHeader.isHeader(head);
    }

    /** Whether these first bytes are those of a ZIP archive, be it an empty one. */
    public static boolean isZip(byte[] head) {
        return head.length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
    }
}
