// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import dev.marcato.cli.Json;
import dev.marcato.cli.bench.profile.Advice;
import dev.marcato.cli.bench.profile.Advisor;
import dev.marcato.cli.bench.profile.BlockRate;
import dev.marcato.cli.bench.profile.Environment;
import dev.marcato.cli.bench.profile.FileFacts;
import dev.marcato.cli.bench.profile.FilesProfile;
import dev.marcato.cli.bench.profile.Gap;
import dev.marcato.cli.bench.profile.HelperPoint;
import dev.marcato.cli.bench.profile.Measured;
import dev.marcato.cli.bench.profile.Method;
import dev.marcato.cli.bench.profile.Phase;
import dev.marcato.cli.bench.profile.Profile;
import dev.marcato.cli.bench.profile.SizeRate;
import dev.marcato.cli.bench.profile.SyntheticProfile;
import dev.marcato.cli.bench.profile.Way;
import java.util.List;
import java.util.Locale;

/** The profile as one JSON object on one line, every single run in it. Times are seconds, sizes are bytes. */
public final class JsonReport {
    private final Json json = new Json();

    private JsonReport() {}

    public static String of(Profile profile) {
        JsonReport report = new JsonReport();
        report.add(profile);
        return report.json + "\n";
    }

    private void add(Profile profile) {
        json.open('{');
        environment(profile.environment());
        method(profile.method());
        json.field("threads", profile.threads());
        json.name("files");
        if (profile.files().isPresent()) {
            files(profile.files().get());
        } else {
            json.open('{').close('}');
        }
        json.name("synthetic").open('[');
        for (SyntheticProfile each : profile.synthetic()) {
            json.open('{')
                    .field("name", each.configuration().name())
                    .field("files", each.configuration().files())
                    .field("records_each", each.configuration().records())
                    .field("record_bytes", each.recordBytes());
            ways(each.ways());
            json.close('}');
        }
        json.close(']').name("not_measured").open('[');
        for (Gap gap : profile.gaps()) {
            json.open('{').field("what", gap.what()).field("why", gap.why()).close('}');
        }
        json.close(']').name("advice").open('[');
        for (Advice advice : Advisor.of(profile)) {
            json.open('{')
                    .field("about", advice.about())
                    .field("choice", advice.choice())
                    .field("because", advice.because())
                    .close('}');
        }
        json.close(']').close('}');
    }

    private void environment(Environment environment) {
        json.name("environment")
                .open('{')
                .field("date", environment.date())
                .field("command", environment.command())
                .field("version", environment.version())
                .field("cpu", environment.cpu())
                .field("processors", environment.processors())
                .field("cache_bytes", environment.cacheBytes())
                .field("os", environment.os())
                .field("jvm", environment.jvm());
        strings("collectors", environment.collectors());
        strings("flags", environment.flags());
        json.field("heap_bytes", environment.heapBytes())
                .field("load_before", environment.loadBefore())
                .field("load_after", environment.loadAfter())
                .close('}');
    }

    private void strings(String name, List<String> values) {
        json.name(name).open('[');
        values.forEach(json::value);
        json.close(']');
    }

    private void method(Method method) {
        json.name("method")
                .open('{')
                .field("rounds", method.rounds())
                .field("warm_up_rounds", method.warmUpRounds())
                .field("warm_up_seconds", method.warmUpSeconds())
                .field("steady", method.steady())
                .field("checked_runs", method.checkedRuns())
                .field("seconds", method.seconds())
                .close('}');
    }

    private void files(FilesProfile files) {
        json.open('{')
                .field("records", files.records())
                .field("bytes", files.bytes())
                .field("storage", files.storage())
                .field("measured_records", files.memoryRecords())
                .field("measured_bytes", files.memoryBytes())
                .field("measured_part", files.memoryPart().isEmpty() ? "all" : files.memoryPart());
        json.name("list").open('[');
        for (FileFacts file : files.files()) {
            json.open('{')
                    .field("name", file.name())
                    .field("stored_bytes", file.stored())
                    .field("bytes", file.bytes())
                    .field("records", file.records())
                    .field("repaired", file.repaired())
                    .close('}');
        }
        json.close(']');
        ways(files.ways());
        json.name("copying_memory").open('[');
        for (Measured copy : files.copying()) {
            json.open('{');
            measured(copy);
            json.close('}');
        }
        json.close(']').name("blocks").open('[');
        for (BlockRate block : files.blocks()) {
            json.open('{').field("block_bytes", block.blockBytes());
            measured(block.measured());
            json.close('}');
        }
        json.close(']').name("sizes").open('[');
        for (SizeRate size : files.sizes()) {
            json.open('{').name("sequential").open('{');
            measured(size.sequential());
            json.close('}').name("parallel").open('{');
            measured(size.parallel());
            json.close('}').close('}');
        }
        json.close(']');
        helpers(files.helpers());
        phases(files.phases());
        json.close('}');
    }

    private void helpers(List<HelperPoint> points) {
        json.name("further_threads").open('[');
        for (HelperPoint point : points) {
            json.open('{')
                    .field("fewer", point.fewer())
                    .field("more", point.more())
                    .field("found", point.found())
                    .field("records", point.records())
                    .field("bytes", point.bytes())
                    .field("seconds_fewer", point.secondsFewer())
                    .field("seconds_more", point.secondsMore())
                    .close('}');
        }
        json.close(']');
    }

    private void phases(List<Phase> phases) {
        json.name("phases").open('[');
        for (Phase phase : phases) {
            json.open('{').field("name", phase.name()).field("limit", phase.limit());
            if (phase.allocated() < 0) {
                json.nullField("allocated_per_record");
            } else {
                json.field("allocated_per_record", phase.allocated());
            }
            measured(phase.measured());
            json.close('}');
        }
        json.close(']');
    }

    private void ways(List<Way> ways) {
        json.name("ways").open('[');
        for (Way way : ways) {
            json.open('{')
                    .field("source", way.source().name().toLowerCase(Locale.ROOT))
                    .field("division", way.division().name().toLowerCase(Locale.ROOT));
            measured(way.measured());
            json.close('}');
        }
        json.close(']');
    }

    private void measured(Measured measured) {
        json.field("threads", measured.threads())
                .field("records", measured.records())
                .field("bytes", measured.bytes())
                .field("median_seconds", measured.runs().median())
                .field("bytes_per_second", measured.bytesPerSecond())
                .field("gc_seconds", measured.runs().gcSeconds())
                .name("seconds")
                .open('[');
        measured.runs().seconds().forEach(json::value);
        json.close(']');
    }
}
