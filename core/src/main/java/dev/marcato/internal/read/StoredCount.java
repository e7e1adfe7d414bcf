// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.read;

/** A stream whose bytes come out of something compressed. */
public interface StoredCount {
    /** How many of the bytes that are stored were used until now. */
    long storedBytes();
}
