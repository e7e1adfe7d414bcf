// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

/**
 * How one tag is used in a set of records.
 *
 * @param records number of records that have the tag
 * @param repeats how often it stands in such a record
 * @param lengths length of the content in bytes, without the field terminator
 * @param codes subfield codes in order, as {@code abc}; empty for a control field
 * @param indicators the two indicators; empty for a control field
 */
record TagProfile(
        String tag, int records, Histogram repeats, Quantiles lengths, Histogram codes, Histogram indicators) {

    /** @param line six columns with blanks between them, in the order of the components */
    static TagProfile parse(String line) {
        String[] column = line.split(" ");
        return new TagProfile(
                column[0],
                Integer.parseInt(column[1]),
                Histogram.parse(column[2]),
                Quantiles.parse(column[3]),
                Histogram.parse(column[4]),
                Histogram.parse(column[5]));
    }
}
