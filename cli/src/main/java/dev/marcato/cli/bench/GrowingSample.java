// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The user's records one behind the other, so that the first so many can be had as if they were a file of their own. */
final class GrowingSample {
    private final byte[] bytes;
    /** Where each record ends, with what stands between it and the next. */
    private final int[] ends;

    private GrowingSample(byte[] bytes, List<Integer> ends) {
        this.bytes = bytes;
        this.ends = ends.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * @param arrays contents of files, plain or compressed; of what is compressed only records without damage are taken
     * @param most bytes
     */
    static GrowingSample of(List<byte[]> arrays, long most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<Integer> ends = new ArrayList<>();
        for (byte[] array : arrays) {
            try (MarcReader reader = MarcReader.of(array)) {
                if (array.length >= 2 && array[0] == 0x1F && (array[1] & 0xFF) == 0x8B) {
                    addRecords(reader, all, ends, most);
                } else {
                    addStretches(array, reader, all, ends, most);
                }
            } catch (UncheckedIOException e) {
                throw Objects.requireNonNull(e.getCause());
            }
        }
        return new GrowingSample(all.toByteArray(), ends);
    }

    private static void addRecords(MarcReader reader, ByteArrayOutputStream all, List<Integer> ends, long most) {
        for (MarcRecord record : reader) {
            byte[] own =
                    record.originalBytes().map(slice -> slice.toByteArray()).orElse(new byte[0]);
            if (all.size() + own.length > most) {
                return;
            }
            if (own.length > 0) {
                all.writeBytes(own);
                ends.add(all.size());
            }
        }
    }

    /** From the start of a record to that of the next: damage and what lies between come with it. */
    private static void addStretches(
            byte[] array, MarcReader reader, ByteArrayOutputStream all, List<Integer> ends, long most) {
        int copied = 0;
        boolean first = true;
        for (MarcRecord record : reader) {
            if (!first) {
                int start = (int) record.sourceOffset();
                if (all.size() + start - copied > most) {
                    return;
                }
                all.write(array, copied, start - copied);
                ends.add(all.size());
                copied = start;
            }
            first = false;
        }
        if (!first && all.size() + array.length - copied <= most) {
            all.write(array, copied, array.length - copied);
            ends.add(all.size());
        }
    }

    int records() {
        return ends.length;
    }

    /** Of the first so many records. */
    int bytes(int records) {
        return ends[records - 1];
    }

    Unit first(int records) {
        return Unit.ofArray(Arrays.copyOf(bytes, bytes(records)), "first " + records);
    }
}
