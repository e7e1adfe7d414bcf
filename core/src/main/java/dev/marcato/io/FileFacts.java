// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of a path, asked once: for many small files asking costs as much as reading.
 *
 * @param attributes null where it says nothing; opening will tell why
 */
record FileFacts(Path path, @Nullable BasicFileAttributes attributes) {
    static FileFacts of(Path path) {
        try {
            return new FileFacts(path, Files.readAttributes(path, BasicFileAttributes.class));
        } catch (IOException e) {
            return new FileFacts(path, null);
        }
    }

    boolean isDirectory() {
        return attributes != null && attributes.isDirectory();
    }

    boolean isRegularFile() {
        return attributes != null && attributes.isRegularFile();
    }

    /** Its size in bytes, -1 where it is no regular file. */
    long size() {
        return attributes != null && attributes.isRegularFile() ? attributes.size() : -1;
    }

    /** What tells a file or directory from every other one, whatever name it goes by. */
    Object identity() throws IOException {
        Object key = attributes == null ? null : attributes.fileKey();
        return key == null ? path.toRealPath() : key;
    }
}
