// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.gzip;

import dev.marcato.io.Compression;
import dev.marcato.io.ExpansionLimit;
import dev.marcato.io.Finding;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;

/** gzip (RFC 1952), which is written in blocks (BGZF). */
public final class GzipCompression implements Compression {
    @Override
    public String name() {
        return "gzip";
    }

    @Override
    public List<String> suffixes() {
        return List.of("gz");
    }

    @Override
    public boolean sniff(byte[] head, int length) {
        return GzipStream.sniff(head, length);
    }

    @Override
    public InputStream decompress(InputStream in, ExpansionLimit limit, Consumer<Finding> findings) {
        return new GzipStream(in, limit, findings);
    }

    @Override
    public OutputStream compress(OutputStream out, int threads) {
        return BlockDeflater.output(out, threads);
    }
}
