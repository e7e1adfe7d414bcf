// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is read.
 *
 * @param label what tables call it
 * @param files a folder stands for the files in it
 * @param bytes uncompressed
 */
record Data(String label, List<String> files, long bytes, long records) {
    static Data of(String label, String name) throws IOException {
        return new Data(
                label, List.of(BenchData.file(name).toString()), BenchData.bytes(name), BenchData.records(name));
    }

    static Data of(String label, List<Path> files, long bytes, long records) {
        return new Data(label, files.stream().map(Path::toString).toList(), bytes, records);
    }
}
