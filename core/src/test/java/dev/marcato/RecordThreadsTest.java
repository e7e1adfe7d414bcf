// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.testkit.Corpus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RecordThreadsTest {
    @Test
    void severalThreadsSeeTheSameRecord() throws IOException, InterruptedException, ExecutionException {
        List<String> expected = texts(Records.all(Corpus.file("clean/uva-200.marc8.mrc")));
        List<MarcRecord> shared = Records.all(Corpus.file("clean/uva-200.marc8.mrc"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> results = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                results.add(threads.submit(() -> texts(shared)));
            }
            for (Future<List<String>> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> texts(List<MarcRecord> records) {
        return records.stream()
                .map(record -> record.encoding() + " " + record.flavor() + " " + record)
                .toList();
    }
}
