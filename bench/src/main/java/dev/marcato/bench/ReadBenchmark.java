// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.bench.Readers.Pass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

/** One pass over a file; the answer is checked before it is measured, and each pass must give it again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class ReadBenchmark {
    /** What is done. */
    @Param
    public Task task;

    private Path file;
    private Pass expected;

    @Setup
    public void prepare() throws IOException {
        file = BenchData.file(task.file());
        expected = task.run(file);
        task.check(expected, BenchData.records(task.file()));
    }

    @Benchmark
    public Pass pass() throws IOException {
        Pass pass = task.run(file);
        if (!pass.equals(expected)) {
            throw new IllegalStateException(task.title() + " gave " + pass + ", before " + expected);
        }
        return pass;
    }
}
