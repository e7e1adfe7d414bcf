// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.internal.read.MemberStream;
import dev.marcato.internal.read.Source;
import dev.marcato.io.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The bytes of a member as they come out of it, of which the first ones can be looked at beforehand. One thread's. */
abstract class MemberBytes extends InputStream implements MemberStream {
    private static final byte[] NOTHING = {};

    private byte[] head = NOTHING;
    private int headPosition;
    private @Nullable Consumer<Finding> hearer;
    private final List<Finding> unheard = new ArrayList<>();

    /** Reads some bytes, at least one; -1 at the end, also where that comes early. */
    abstract int readOn(byte[] target, int offset, int length) throws IOException;

    /** The first bytes, at most 512, before anything is read. */
    final byte[] head() throws IOException {
        if (head == NOTHING) {
            head = Source.firstBytes(new InputStream() {
                @Override
                public int read() {
                    throw new UnsupportedOperationException("not byte by byte");
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    return readOn(target, offset, length);
                }
            });
        }
        return head;
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int left = head.length - headPosition;
        if (left == 0) {
            return readOn(target, offset, length);
        }
        int count = Math.min(left, length);
        System.arraycopy(head, headPosition, target, offset, count);
        headPosition += count;
        return count;
    }

    @Override
    public final void tell(Consumer<Finding> newHearer) {
        hearer = newHearer;
        unheard.forEach(newHearer);
        unheard.clear();
    }

    /** Says what is wrong. */
    final void report(Finding finding) {
        if (hearer == null) {
            unheard.add(finding);
        } else {
            hearer.accept(finding);
        }
    }

    final void report(long offset, DiagnosticCode code, String found, String action) {
        report(Finding.at(offset, code, code.title() + " " + found, "", action));
    }
}
