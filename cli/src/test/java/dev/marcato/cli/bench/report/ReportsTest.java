// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.cli.bench.profile.Profile;
import dev.marcato.cli.bench.profile.Profiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Text and JSON. */
class ReportsTest {
    @Test
    void textHasEveryPart() {
        String text = TextReport.of(Profiles.full());

        assertThat(text)
                .contains(
                        "\nFirst 245$a of every record, in memory\n",
                        "\nFirst 245$a of every record, from files\n",
                        "\nFirst 245$a of every record, from files, cold\n",
                        "  one after another           20.0 ms (20.0 ms to 20.0 ms)   680 MB/s    500,000      1.00\n",
                        "\nFrom which size on a further thread pays\n",
                        "  64 KiB   12.0 ms (12.0 ms to 12.0 ms)  1.13 GB/s\n",
                        "\nNot measured\n- the moon: it was not there\n",
                        "- Use all 2 threads, which is the default, because these files took 12.0 ms");
        assertThat(text.lines().filter(line -> line.startsWith("- ") && line.length() > 100))
                .isEmpty();
        assertThat(text).endsWith(".\n").doesNotContain("NaN");
    }

    @Test
    void textSaysWhereThereIsNothing() {
        String text = TextReport.of(
                new Profiles().gap("empty.mrc", "no record is in there").build());

        assertThat(text)
                .contains("- empty.mrc: no record is in there")
                .endsWith("Nothing can be said: too little was measured.\n");
    }

    @Test
    void namesOfFilesCannotDrawOnTheTerminal() {
        assertThat(TextReport.of(Profiles.full("a\u001B[2Jb\nc.mrc")))
                .contains("a\uFFFD[2Jb\uFFFDc.mrc")
                .doesNotContain("\u001B");
    }

    @Test
    @SuppressWarnings("unchecked")
    void jsonHoldsEveryRun() {
        String text = JsonReport.of(Profiles.full("\"\\\n<x>"));
        Map<String, Object> json = (Map<String, Object>) JsonText.parse(text);

        assertThat(text.strip()).doesNotContain("\n");
        assertThat(json)
                .containsKeys("environment", "method", "threads", "files", "synthetic", "not_measured", "advice");
        Map<String, Object> files = (Map<String, Object>) json.get("files");
        List<Map<String, Object>> ways = (List<Map<String, Object>>) files.get("ways");
        assertThat(ways).hasSize(11).allSatisfy(way -> {
            assertThat((List<Object>) way.get("seconds")).hasSize(10);
            assertThat((Double) way.get("bytes_per_second")).isPositive();
        });
        List<Map<String, Object>> phases = (List<Map<String, Object>>) files.get("phases");
        assertThat(phases.get(0))
                .containsEntry("allocated_per_record", List.of())
                .containsEntry("limit", true);
        assertThat(phases.get(5)).containsEntry("allocated_per_record", 6600.0);
    }

    @Test
    void jsonOfNothingIsJson() {
        Profile nothing = new Profiles().build();

        assertThat(((Map<?, ?>) JsonText.parse(JsonReport.of(nothing))).get("files"))
                .isEqualTo(Map.of());
    }
}
