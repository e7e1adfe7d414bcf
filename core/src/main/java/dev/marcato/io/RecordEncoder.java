// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import dev.marcato.MarcRecord;

/**
 * Makes the bytes that records have in a format. What it makes of one does not depend on others, so there may be one for each
 * thread; each is one thread's.
 *
 * <p>Where {@link Format#isUnicode()}, each record that it is given has {@link dev.marcato.Encoding#UTF_8}, and all text in its
 * fields is right UTF-8: whoever calls has seen to that.
 */
public interface RecordEncoder {
    /** Adds what stands before the first record. */
    default void begin(ByteOutput out) {}

    /** Adds what stands between two records, and belongs to neither. */
    default void separate(ByteOutput out) {}

    /**
     * Adds a record; or nothing, where the format cannot hold it: then it is {@linkplain EncodedRecords#refuse refused}.
     * What is written otherwise than the record has it is {@linkplain EncodedRecords#report reported}.
     *
     * @return whether it was added
     */
    boolean encode(MarcRecord record, EncodedRecords out);

    /** Adds what stands behind the last record. */
    default void end(ByteOutput out) {}
}
