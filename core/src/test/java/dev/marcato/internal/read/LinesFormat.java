// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.read;

import dev.marcato.ControlField;
import dev.marcato.MarcRecord;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.Piece;
import dev.marcato.io.RecordCutter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A format that only tests have: after the line {@code !lines}, each line is the control number of a record. */
public final class LinesFormat implements Format {
    @Override
    public String name() {
        return "lines";
    }

    @Override
    public List<String> suffixes() {
        return List.of("lines");
    }

    @Override
    public boolean sniff(byte[] head, int length) {
        return length > 6 && new String(head, 0, 6, StandardCharsets.US_ASCII).equals("!lines");
    }

    /** Whether bytes are read as this format, so that what is said about ISO 2709 does not hold for them. */
    public static boolean begins(byte[] bytes) {
        return new LinesFormat().sniff(bytes, bytes.length);
    }

    @Override
    public RecordCutter cutter(InputStream in, FileRange range, CutSettings settings) {
        return new LineCutter(in);
    }

    @Override
    public RecordCutter cutter(byte[] bytes, FileRange range, CutSettings settings) {
        return new LineCutter(new ByteArrayInputStream(bytes));
    }

    @Override
    public long firstByteFor(FileRange range) {
        return range.start();
    }

    private static final class LineCutter implements RecordCutter {
        private final InputStream in;
        private long offset;

        LineCutter(InputStream in) {
            this.in = in;
        }

        @Override
        public boolean next(Piece piece) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int c = in.read();
            while (c >= 0) {
                bytes.write(c);
                if (c == '\n') {
                    break;
                }
                c = in.read();
            }
            byte[] line = bytes.toByteArray();
            int length = line.length;
            if (length == 0) {
                return false;
            }
            String text = new String(line, 0, length, StandardCharsets.US_ASCII).strip();
            boolean mark = text.equals("!lines");
            piece.set(mark ? Piece.Kind.FILLER : Piece.Kind.CLEAN, offset, line, 0, length);
            if (!mark) {
                piece.record(
                        MarcRecord.builder().add(ControlField.of("001", text)).build());
            }
            offset += length;
            return true;
        }
    }
}
