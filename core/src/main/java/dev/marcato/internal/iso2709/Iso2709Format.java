// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.RecordCutter;
import dev.marcato.io.RecordEncoder;
import java.io.InputStream;
import java.util.List;

/** ISO 2709 (ANSI/NISO Z39.2): the exchange format that MARC is transmitted in. */
public final class Iso2709Format implements Format {
    /** What stands before a range and is looked at: a terminator and what is before it. */
    private static final int BEFORE = 1 + Window.LOOKBACK;

    /** So far behind a range its last record usually ends. */
    private static final int BEHIND = 4 << 10;

    @Override
    public String name() {
        return "iso2709";
    }

    @Override
    public List<String> suffixes() {
        return List.of("mrc", "marc", "iso", "iso2709", "dat", "utf8");
    }

    @Override
    public boolean sniff(byte[] head, int length) {
        int filler = Bytes.fillerLength(head, 0, length);
        return RecordStart.announced(head, 0, filler, length, true) >= 0 && !isLine(head, filler, length);
    }

    /** Whether a line ends right behind the leader, as it does in formats of lines. */
    private static boolean isLine(byte[] head, int leader, int length) {
        int behind = leader + Bytes.LEADER_LENGTH;
        return behind + 1 < length && (head[behind] == '\n' || head[behind] == '\r' && head[behind + 1] == '\n');
    }

    @Override
    public RecordCutter cutter(InputStream in, FileRange range, CutSettings settings) {
        long first = firstByteFor(range);
        long length = range.end() - first;
        int block = settings.limits().blockBytes();
        // A small range needs no large block.
        boolean small = length < block - BEHIND;
        return new Iso2709Cutter(new Window(in, first, small ? (int) length + BEHIND : block), range, settings);
    }

    @Override
    public RecordCutter cutter(byte[] bytes, FileRange range, CutSettings settings) {
        return new Iso2709Cutter(new Window(bytes), range, settings);
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public RecordEncoder encoder(EncodeSettings settings) {
        return new Iso2709Encoder(settings.oversize());
    }

    @Override
    public String keeps() {
        return "every byte of a clean record; records up to 99,999 bytes, fields up to 9,999";
    }

    @Override
    public boolean isUnicode() {
        return false;
    }

    @Override
    public long firstByteFor(FileRange range) {
        return Math.max(0, range.start() - BEFORE);
    }
}
