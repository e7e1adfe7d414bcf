// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.Encoding;
import dev.marcato.MarcFiles;
import dev.marcato.MarcWriter;
import dev.marcato.io.Formats;
import dev.marcato.io.MarcInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Conversion in a JVM that is warm, from the file of 100 MB to nowhere. The converted files are those that {@link Conversions} makes.
 * A pass that does not read all records fails.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class ConversionBenchmark {
    /** From what to what. */
    public enum Conversion {
        TO_MARCXML(BenchData.MEDIUM, "", "iso2709", "marcxml"),
        TO_JSON(BenchData.MEDIUM, "", "iso2709", "ndjson"),
        FROM_MARCXML(BenchData.MEDIUM, ".marcxml", "marcxml", "iso2709"),
        FROM_JSON(BenchData.MEDIUM, ".ndjson", "ndjson", "iso2709"),
        MARC8_TO_UTF8(BenchData.MARC_8, "", "iso2709", "iso2709");

        private final String data;
        private final String suffix;
        private final String from;
        private final String to;

        Conversion(String data, String suffix, String from, String to) {
            this.data = data;
            this.suffix = suffix;
            this.from = from;
            this.to = to;
        }

        private Path file() throws IOException {
            Path file = BenchData.file(data);
            return file.resolveSibling(file.getFileName() + suffix);
        }
    }

    /** What is converted. */
    @Param
    public Conversion conversion;

    /** How many threads convert; 0 for marc4j, which has one. */
    @Param({"2", "1", "0"})
    public int threads;

    private Path file;
    private long expected;

    @Setup
    public void prepare() throws IOException {
        file = conversion.file();
        expected = BenchData.records(conversion.data);
    }

    @Benchmark
    public long pass() throws IOException {
        long records = threads == 0 ? marc4j() : marcato();
        if (records != expected) {
            throw new IllegalStateException(conversion + " read " + records + " records");
        }
        return records;
    }

    private long marcato() throws IOException {
        MarcWriter.Builder writer =
                MarcWriter.builder().format(Formats.named(conversion.to).orElseThrow());
        if (conversion == Conversion.MARC8_TO_UTF8) {
            writer.encoding(Encoding.UTF_8);
        }
        MarcFiles files = MarcFiles.builder()
                .format(Formats.named(conversion.from).orElseThrow())
                .threads(threads)
                .of(List.of(MarcInput.of(file)));
        files.writeTo(writer.open(OutputStream.nullOutputStream()), Function.identity());
        return files.summary().records();
    }

    private long marc4j() throws IOException {
        String from = conversion == Conversion.MARC8_TO_UTF8 ? "marc8" : conversion.from;
        return Marc4jConversion.convert(
                from.equals("ndjson") ? "json" : from,
                conversion.to.equals("ndjson") ? "json" : conversion.to,
                file,
                OutputStream.nullOutputStream());
    }
}
