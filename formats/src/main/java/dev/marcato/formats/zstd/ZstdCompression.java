// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.zstd;

import dev.marcato.io.BlockOutput;
import dev.marcato.io.Compression;
import dev.marcato.io.ExpansionLimit;
import dev.marcato.io.Finding;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Zstandard (RFC 8878). It is recognised without the library that does the work, so that who lacks it is told. It is written in
 * independent frames of 1 MiB with checksums, the last one empty, which any zstd program reads.
 */
public final class ZstdCompression implements Compression {
    private static final int FRAME = 1 << 20;
    private static final String LIBRARY_CLASS = "com.github.luben.zstd.ZstdDecompressCtx";
    private static final String MISSING = "Zstandard needs the library zstd-jni, which is not there: put its jar"
            + " (com.github.luben:zstd-jni:1.5.7-28) into the folder lib beside marcato, or on the class path";

    @Override
    public String name() {
        return "zstd";
    }

    @Override
    public List<String> suffixes() {
        return List.of("zst", "zstd");
    }

    @Override
    public Optional<String> missing() {
        return Library.IS_THERE ? Optional.empty() : Optional.of(MISSING);
    }

    @Override
    public boolean sniff(byte[] head, int length) {
        return length >= 4 && (Frames.isFrame(head) || Frames.isSkippable(head));
    }

    @Override
    public InputStream decompress(InputStream in, ExpansionLimit limit, Consumer<Finding> findings) {
        return new ZstdStream(in, limit, findings);
    }

    @Override
    public OutputStream compress(OutputStream out, int threads) {
        return new BlockOutput(out, threads, name(), FRAME, ZstdFrames::compress, ZstdFrames.end());
    }

    /** Looked for when it is needed. */
    private static final class Library {
        static final boolean IS_THERE = isThere();

        private static boolean isThere() {
            try {
                Class.forName(LIBRARY_CLASS, false, ZstdCompression.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        }
    }
}
