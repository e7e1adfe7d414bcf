// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import dev.marcato.diagnostic.DiagnosticCode;

/**
 * What a format found while it cut records, before the reader adds the rest of the place: source, record number, 001.
 *
 * @param code what it is
 * @param byteOffset where, in uncompressed bytes of the source, 0-based
 * @param tag the field's tag, or ""
 * @param fieldNumber the field's number in its record, 1-based; 0 where there is none
 * @param found what stands there, or ""
 * @param expected what should, or ""
 * @param action what was done, or ""
 */
public record Finding(
        DiagnosticCode code,
        long byteOffset,
        String tag,
        int fieldNumber,
        String found,
        String expected,
        String action) {
    /** A finding about a place outside any field. */
    public static Finding at(long byteOffset, DiagnosticCode code, String found, String expected, String action) {
        return new Finding(code, byteOffset, "", 0, found, expected, action);
    }
}
