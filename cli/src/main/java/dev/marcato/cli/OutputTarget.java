// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place to write to. A file is written beside the one that was named and takes its place when it is complete, with the
 * old one's permissions; behind a symbolic link the file at its end is replaced and the link stays. Standard output,
 * devices and pipes are written through. Nothing is opened before {@link #open()}.
 *
 * <p>Written by one thread; {@link #remove()} may come from the thread that ends the process.
 */
public final class OutputTarget {
    private static final Set<String> STANDARD_OUTPUT = Set.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");
    private static final Set<String> STANDARD_ERROR = Set.of("/dev/stderr", "/dev/fd/2", "/proc/self/fd/2");
    private static final int MOST_LINKS = 40;
    private static final int MOST_ATTEMPTS = 100;

    private enum Way {
        STANDARD_OUTPUT,
        STANDARD_ERROR,
        THROUGH,
        BESIDE
    }

    private final String option;
    private final String name;
    private final Way way;
    /** Where the bytes end up, links followed; for the standard streams only a name. */
    private final Path path;

    private @Nullable Path beside;
    private @Nullable TargetStream stream;
    private boolean abandoned;

    private OutputTarget(String option, String name, Way way, Path path) {
        this.option = option;
        this.name = name;
        this.way = way;
        this.path = path;
    }

    /**
     * Finds out where the output goes, and touches nothing.
     *
     * @param option how the user named it, for messages: {@code -o}
     * @param name a file, or {@code -} for standard output
     * @throws OutputFailure if it is seen already that nothing can be written there
     */
    static OutputTarget plan(String option, String name) throws OutputFailure {
        if (STANDARD_OUTPUT.contains(name)) {
            return new OutputTarget(option, "standard output", Way.STANDARD_OUTPUT, Path.of("/dev/stdout"));
        }
        if (STANDARD_ERROR.contains(name)) {
            return new OutputTarget(option, "standard error", Way.STANDARD_ERROR, Path.of("/dev/stderr"));
        }
        try {
            Path path = Path.of(name);
            // An open file of this process is no name to put another file under.
            if (path.startsWith("/dev") || path.startsWith("/proc")) {
                return new OutputTarget(option, name, Way.THROUGH, path);
            }
            Path end = followed(path);
            if (!Files.exists(end)) {
                if (!Files.isDirectory(parent(end))) {
                    throw new NoSuchFileException(name);
                }
                return new OutputTarget(
                        option, name, Way.BESIDE, parent(end).toRealPath().resolve(fileName(end)));
            }
            if (Files.isDirectory(end)) {
                throw new IOException("is a directory");
            }
            if (!Files.isWritable(end)) {
                throw new IOException("permission denied");
            }
            boolean regular = Files.isRegularFile(end);
            return new OutputTarget(option, name, regular ? Way.BESIDE : Way.THROUGH, end.toRealPath());
        } catch (InvalidPathException e) {
            throw OutputFailure.of(name, false, new IOException(e.getReason()));
        } catch (IOException e) {
            throw OutputFailure.of(name, false, e);
        }
    }

    /** How messages call it. */
    String name() {
        return name;
    }

    /** The option that named it. */
    String option() {
        return option;
    }

    boolean isStandardOutput() {
        return way == Way.STANDARD_OUTPUT;
    }

    /** Whether bytes written here and bytes at the other place would meet. Devices and pipes may be named twice. */
    boolean clashesWith(OutputTarget other) {
        boolean both = way == Way.STANDARD_OUTPUT && other.way == Way.STANDARD_OUTPUT;
        return both || isFile(other.path) && clashesWith(other.path) || path.equals(other.path) && way == Way.BESIDE;
    }

    /** Whether this output and that file, which exists, are one. */
    boolean clashesWith(Path file) {
        try {
            return isFile(path) && isFile(file) && Files.isSameFile(path, file);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path);
    }

    /** Opens it for writing, once; the stream is buffered and throws {@link OutputFailure}. */
    public TargetStream open() throws OutputFailure {
        if (stream == null) {
            try {
                stream = new TargetStream(name, isPipe(), openRaw());
            } catch (IOException e) {
                abandon();
                throw OutputFailure.of(name, false, e);
            }
        }
        return stream;
    }

    private OutputStream openRaw() throws IOException {
        return switch (way) {
            case STANDARD_OUTPUT -> new FileOutputStream(FileDescriptor.out);
            case STANDARD_ERROR -> new FileOutputStream(FileDescriptor.err);
            // Appending, because /dev/fd/3 may stand for a file that holds something already.
            case THROUGH -> Files.newOutputStream(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            case BESIDE -> openBeside();
        };
    }

    private boolean isPipe() {
        return switch (way) {
            case STANDARD_OUTPUT -> Terminal.isPipe(Terminal.OUT);
            case STANDARD_ERROR -> Terminal.isPipe(Terminal.ERR);
            case THROUGH, BESIDE -> false;
        };
    }

    private OutputStream openBeside() throws IOException {
        String end = fileName(path);
        String start = "." + (end.length() > 60 ? end.substring(0, 60) : end) + ".";
        long unique = System.nanoTime() & 0xFFFFFF;
        for (int attempt = 0; ; attempt++) {
            Path candidate = path.resolveSibling(start + Long.toString(unique + attempt, 36) + ".part");
            try {
                return openBeside(candidate);
            } catch (FileAlreadyExistsException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    // The name is kept before the file is there, and both under the lock: else an interrupt between them leaves it
    // behind.
    private synchronized OutputStream openBeside(Path candidate) throws IOException {
        if (abandoned) {
            throw new IOException("interrupted");
        }
        OutputStream raw = Files.newOutputStream(candidate, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        beside = candidate;
        takeAttributes(path, candidate);
        return raw;
    }

    /** Permissions before the first byte is there to be read; the owner as far as the system lets us. */
    private static void takeAttributes(Path from, Path to) throws IOException {
        PosixFileAttributeView attributes = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (attributes == null || !Files.exists(from)) {
            return;
        }
        PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes now = attributes.readAttributes();
        try {
            if (!now.group().equals(old.group())) {
                attributes.setGroup(old.group());
            }
            if (!now.owner().equals(old.owner())) {
                attributes.setOwner(old.owner());
            }
        } catch (IOException e) {
            // Only a privileged user may give files away; the permissions below hold all the same.
        }
        attributes.setPermissions(old.permissions());
    }

    /** Writes out what is buffered and, for a file, puts it in its place. */
    void commit() throws OutputFailure {
        if (stream == null) {
            return;
        }
        try {
            if (way == Way.STANDARD_OUTPUT || way == Way.STANDARD_ERROR) {
                stream.flush();
            } else {
                stream.close();
            }
            moveIntoPlace();
        } catch (IOException e) {
            abandon();
            throw OutputFailure.of(name, isPipe(), e);
        }
    }

    private synchronized void moveIntoPlace() throws IOException {
        if (beside != null && !abandoned) {
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            beside = null;
        }
    }

    /** Gives up: takes away what was written beside; the named file is as it was. Does nothing after {@link #commit()}. */
    void abandon() {
        remove();
        if (stream != null && way == Way.BESIDE) {
            stream.discard();
        }
    }

    /** What of {@link #abandon()} may be done while another thread is writing. */
    synchronized void remove() {
        abandoned = true;
        if (beside != null) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException e) {
                // The run has failed already and said why; a leftover hides behind a dot and is never read as input.
                return;
            } finally {
                beside = null;
            }
        }
    }

    private static Path followed(Path path) throws IOException {
        Path at = path;
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == MOST_LINKS) {
                throw new IOException("symbolic links go round in a circle");
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return at;
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    private static String fileName(Path path) {
        Path last = path.getFileName();
        return last == null ? "" : last.toString();
    }
}
