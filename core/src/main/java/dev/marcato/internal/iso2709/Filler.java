// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.Finding;
import dev.marcato.io.Piece;
import java.util.List;

/** What stands between records and is none: it is said what kind it is. */
final class Filler {
    private static final byte BYTE_ORDER_MARK = (byte) 0xEF;
    private static final byte END_OF_FILE = 0x1A;

    private Filler() {}

    /** Makes a piece of filler. */
    static Piece set(Piece piece, long offset, byte[] bytes, int from, int length) {
        DiagnosticCode code = DiagnosticCode.FILLER_BETWEEN_RECORDS;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == BYTE_ORDER_MARK) {
                code = DiagnosticCode.BYTE_ORDER_MARK;
            } else if (bytes[i] == END_OF_FILE) {
                code = DiagnosticCode.END_OF_FILE_CHARACTER;
            }
        }
        return piece.set(Piece.Kind.FILLER, offset, bytes, from, length)
                .findings(List.of(Finding.at(offset, code, length + " bytes", "", "")));
    }
}
