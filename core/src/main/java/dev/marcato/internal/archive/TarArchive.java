// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import dev.marcato.internal.read.Source;
import dev.marcato.io.Finding;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A tar archive, which is read from its beginning to its end: of ustar, pax or GNU tar, compressed or not. What is wrong with
 * the compression is told of the member that it is found in.
 */
final class TarArchive implements Archive {
    /** A header of pax, or a long name, has at most so many bytes. */
    private static final int MOST_EXTENSION = 1 << 16;

    private final Source source;
    private final ArchiveBytes in;
    private final MemberChoice choice;
    private final Closeable behind;
    private @Nullable TarMember current;
    private boolean ended;

    TarArchive(Source source, MemberChoice choice, Closeable behind) {
        this.source = source;
        this.in = new ArchiveBytes(source, 0);
        this.choice = choice;
        this.behind = behind;
    }

    @Override
    public @Nullable Member next() throws IOException {
        Map<String, String> extensions = new TreeMap<>();
        while (!ended) {
            finish();
            long place = in.place();
            byte[] block = block(place);
            if (block == null) {
                return null;
            }
            TarHeader header = TarHeader.of(block);
            switch (header.type()) {
                case 'L' -> extensions.put("path", TarHeader.text(extension(header, place), 0, (int) header.size()));
                case 'K', 'g' -> skip(header.size());
                case 'x' -> PaxRecords.read(extension(header, place), extensions);
                default -> {
                    Member member = member(header, extensions, place);
                    extensions.clear();
                    if (member != null) {
                        return member;
                    }
                }
            }
        }
        return null;
    }

    /** The next header; null at the end. */
    private byte @Nullable [] block(long place) throws IOException {
        if (!in.hold(TarHeader.BYTES)) {
            boolean nothing = !in.hold(1);
            tellRest();
            ended = true;
            if (nothing) {
                // Some leave out the empty blocks at the end.
                return null;
            }
            throw broken("the archive is cut off at byte " + place);
        }
        byte[] block = in.take(TarHeader.BYTES);
        if (TarHeader.isEmpty(block)) {
            in.skip(Long.MAX_VALUE);
            tellRest();
            ended = true;
            return null;
        }
        if (!TarHeader.isHeader(block)) {
            throw broken("there is no header of a tar archive at byte " + place);
        }
        return block;
    }

    private @Nullable Member member(TarHeader header, Map<String, String> extensions, long place) throws IOException {
        String path = extensions.getOrDefault("path", header.name());
        long size = PaxRecords.size(extensions, header.size());
        if (size < 0) {
            throw broken("the size of " + path + " at byte " + place + " is no number");
        }
        boolean sparse =
                header.type() == 'S' || extensions.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse"));
        boolean file = header.type() == '0' || header.type() == 0 || header.type() == '7';
        if (!file || sparse || path.endsWith("/")) {
            // Links and devices have no data, whatever size they say.
            boolean hasData = sparse || file;
            current = new TarMember(path, hasData ? size : 0, in, source);
            boolean directory = header.type() == '5' || path.endsWith("/");
            String why = sparse ? "it is a sparse file" : "it is no file but a link or a device";
            return directory ? null : Member.passedOver(choice.name(path), why);
        }
        TarMember bytes = new TarMember(path, size, in, source);
        current = bytes;
        return choice.inPassing(path, bytes);
    }

    private void finish() throws IOException {
        TarMember last = current;
        current = null;
        if (last != null) {
            long left = last.left();
            if (in.skip(left) < left) {
                tellRest();
                ended = true;
            } else {
                in.skip(TarHeader.padding(last.size()));
            }
        }
    }

    private byte[] extension(TarHeader header, long place) throws IOException {
        int size = (int) Math.min(header.size(), Integer.MAX_VALUE);
        if (size < 0 || size > MOST_EXTENSION || !in.hold(size)) {
            throw broken("the header at byte " + place + " says that " + header.size() + " bytes follow");
        }
        byte[] bytes = in.take(size);
        in.skip(TarHeader.padding(size));
        return bytes;
    }

    private void skip(long size) throws IOException {
        in.skip(Math.max(0, size));
        in.skip(TarHeader.padding(Math.max(0, size)));
    }

    /** What was found in the compression, and belongs to no member that is read. */
    private void tellRest() throws IOException {
        Finding finding = source.findings().poll();
        if (finding != null) {
            throw broken("byte " + finding.byteOffset() + ": " + finding.found());
        }
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
