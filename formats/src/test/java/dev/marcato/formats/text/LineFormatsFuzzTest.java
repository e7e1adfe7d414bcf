// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.marcato.MarcRecord;
import dev.marcato.formats.aleph.AlephFormat;
import dev.marcato.formats.line.LineFormat;
import dev.marcato.formats.microlif.MicrolifFormat;
import dev.marcato.formats.mrk.Mrk8Format;
import dev.marcato.formats.mrk.MrkFormat;
import dev.marcato.io.EncodedRecords;
import dev.marcato.io.Format;
import dev.marcato.io.Format.EncodeSettings;
import dev.marcato.io.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Any bytes as each of the formats: accounted for, cut in any way the same, and what was read and written comes back. */
class LineFormatsFuzzTest {
    private static final Format[] FORMATS = {
        new MrkFormat(), new Mrk8Format(), new LineFormat(), new AlephFormat(), new MicrolifFormat()
    };

    @FuzzTest
    void anyBytes(FuzzedDataProvider data) throws IOException {
        Format format = data.pickValue(FORMATS);
        Format written = FORMATS[data.consumeInt(0, 3)];
        byte[] bytes = data.consumeRemainingAsBytes();
        LineCuts.assertCutTheSame(format, bytes);
        for (MarcRecord record : LineCuts.records(format, bytes)) {
            if (isUtf8(record)) {
                assertComesBack(written, record);
            }
        }
    }

    private static boolean isUtf8(MarcRecord record) {
        return record.fields().stream().allMatch(field -> {
            byte[] bytes = field.bytes().toByteArray();
            return Utf8.isRight(bytes, 0, bytes.length);
        });
    }

    private static void assertComesBack(Format format, MarcRecord record) throws IOException {
        EncodedRecords out = new EncodedRecords();
        out.begin(record);
        if (format.encoder(EncodeSettings.DEFAULT).encode(record, out)
                && out.reports().isEmpty()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            out.count();
            out.writeTo(bytes, 0);
            List<MarcRecord> back = LineCuts.records(format, bytes.toByteArray());
            Assertions.assertThat(back).hasSize(1);
            Assertions.assertThat(contents(back.get(0))).isEqualTo(contents(record));
        }
    }

    /** Which encoding evidence finds is another matter. */
    private static List<String> contents(MarcRecord record) {
        return record.fields().stream()
                .map(field ->
                        field.tag() + java.util.Arrays.toString(field.bytes().toByteArray()))
                .toList();
    }
}
