// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.formats.Cut;
import dev.marcato.io.FileRange;
import dev.marcato.io.Finding;
import dev.marcato.io.Format;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.ReadLimits;
import dev.marcato.io.StartScanner;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts documents in XML, whole, in ranges and as streams. */
final class Cuts {
    static final ReadLimits SMALL = new ReadLimits(64, 128 << 10, 100);

    private Cuts() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<Cut> of(Format format, String document) {
        return of(format, bytes(document));
    }

    static List<Cut> of(Format format, byte[] document) {
        List<Cut> cuts = range(format, document, FileRange.WHOLE, ReadLimits.DEFAULT);
        Cut.assertSound(cuts, document.length);
        return cuts;
    }

    static List<Cut> range(Format format, byte[] document, FileRange range, ReadLimits limits) {
        return Cut.all(format.forSource(document, Math.min(512, document.length))
                .cutter(document, range, new CutSettings("test", limits, null, null)));
    }

    /** A range of a stream, which begins where the format says. */
    static List<Cut> streamed(Format format, InputStream in, FileRange range, ReadLimits limits) {
        return Cut.all(format.cutter(in, range, new CutSettings("test", limits, null, null)));
    }

    static InputStream from(byte[] document, long offset) {
        return new ByteArrayInputStream(document, (int) offset, document.length - (int) offset);
    }

    /** Where the scanner of a format finds records, when it is given so many bytes more at a time. */
    static List<Integer> starts(Format format, byte[] document, int step) {
        StartScanner scanner =
                format.forSource(document, Math.min(512, document.length)).startScanner();
        List<Integer> starts = new ArrayList<>();
        int from = 0;
        for (int to = Math.min(step, document.length); ; to = Math.min(to + step, document.length)) {
            boolean ended = to == document.length;
            int start = scanner.next(document, from, to, ended);
            from = scanner.passed();
            while (start != StartScanner.NONE) {
                starts.add(start);
                start = scanner.next(document, from, to, ended);
                from = scanner.passed();
            }
            assertThat(to - from).as("bytes to be given again").isLessThan(64);
            if (ended) {
                assertThat(from).isEqualTo(to);
                return starts;
            }
        }
    }

    static List<Finding> findings(List<Cut> cuts) {
        return cuts.stream().flatMap(cut -> cut.findings().stream()).toList();
    }
}
