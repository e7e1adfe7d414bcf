// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

/** A record into which a mailer or an editor put line breaks: without them every length agrees, or it is not torn. */
final class TornRecord {
    private TornRecord() {}

    /** The bytes between two positions without CR and LF. */
    static byte[] mend(byte[] b, int from, int to) {
        int breaks = 0;
        for (int i = from; i < to; i++) {
            breaks += isBreak(b[i]) ? 1 : 0;
        }
        byte[] mended = new byte[to - from - breaks];
        int length = 0;
        for (int i = from; i < to; i++) {
            if (!isBreak(b[i])) {
                mended[length++] = b[i];
            }
        }
        return mended;
    }

    /** Whether breaks stand in a record that may have been so long without them as its leader says. */
    static boolean possible(byte[] b, int from, int to) {
        int claimed = Bytes.number(b, from, 5);
        boolean longer = claimed >= 0 ? claimed < to - from : hasBreaks(b, from, from + 5);
        return longer && hasBreaks(b, from, to);
    }

    private static boolean hasBreaks(byte[] b, int from, int to) {
        return Bytes.indexOf(b, (byte) '\n', from, to) >= 0 || Bytes.indexOf(b, (byte) '\r', from, to) >= 0;
    }

    private static boolean isBreak(byte b) {
        return b == '\n' || b == '\r';
    }
}
