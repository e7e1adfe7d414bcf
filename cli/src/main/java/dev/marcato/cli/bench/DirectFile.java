// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.MarcReader;
import dev.marcato.cli.Reason;
import dev.marcato.io.MarcInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * A file read past the system's cache (direct I/O): as cold as a program without privileges can have it. A disk's own
 * cache, and that of the host of a virtual machine, stand behind it and are not known here.
 */
final class DirectFile implements MarcInput {
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");

    private final Part part;
    private final int blockBytes;

    private DirectFile(Part part, int blockBytes) {
        this.part = part;
        this.blockBytes = blockBytes;
    }

    static Unit unit(Part part) throws IOException {
        DirectFile file =
                new DirectFile(part, (int) Files.getFileStore(part.file()).getBlockSize());
        return new Unit(() -> MarcReader.open(file.stream()), file);
    }

    /** Why files cannot be read so; "" if they can. */
    static String obstacle(List<Part> parts) {
        try {
            for (Part part : parts) {
                if (IN_MEMORY.contains(Files.getFileStore(part.file()).type())) {
                    return "the files are in a file system that is memory itself";
                }
                try (Content content = unit(part).input().open();
                        InputStream in = content.from(0)) {
                    in.read();
                }
            }
            return "";
        } catch (UnsupportedOperationException e) {
            return "there is no direct I/O on this system";
        } catch (IOException e) {
            return "the file system allows no direct I/O (" + Reason.of(e) + ")";
        }
    }

    /** Reads all bytes and looks at none. */
    static Answer readAll(List<Unit> units) throws IOException {
        byte[] buffer = new byte[DirectStream.BUFFER_BYTES];
        long bytes = 0;
        for (Unit unit : units) {
            try (Content content = unit.input().open();
                    InputStream in = content.from(0)) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    bytes += count;
                }
            }
        }
        return new Answer(0, bytes);
    }

    private InputStream stream() throws IOException {
        return new LimitedStream(new DirectStream(channel(), 0, blockBytes, true), part.bytes());
    }

    private FileChannel channel() throws IOException {
        return FileChannel.open(part.file(), StandardOpenOption.READ, direct());
    }

    /** The JDK has it outside the standard API, and the compiler warns of whoever names it. */
    private static OpenOption direct() {
        try {
            for (Object option :
                    Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants()) {
                if (option instanceof OpenOption direct && option.toString().equals("DIRECT")) {
                    return direct;
                }
            }
        } catch (ClassNotFoundException e) {
            throw new UnsupportedOperationException(e);
        }
        throw new UnsupportedOperationException("DIRECT");
    }

    @Override
    public String name() {
        return part.file().toString();
    }

    @Override
    public long sizeHint() {
        return part.bytes();
    }

    @Override
    public Content open() throws IOException {
        FileChannel channel = channel();
        return new Content() {
            @Override
            public long size() {
                return part.bytes();
            }

            @Override
            public InputStream from(long position) throws IOException {
                return new LimitedStream(
                        new DirectStream(channel, position, blockBytes, false), part.bytes() - position);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
