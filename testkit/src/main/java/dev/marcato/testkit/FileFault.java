// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.util.List;

/** What goes wrong with a whole file: at either end, between all records, or all through it. */
public enum FileFault {
    BOM_AT_START("a byte order mark at the start", FileFaults.fillerAtStart("\u00EF\u00BB\u00BF", 1)),
    BLANKS_AT_START("blanks at the start", FileFaults.fillerAtStart(" ", 9)),
    LINE_BREAKS_AT_START("line breaks at the start", FileFaults.fillerAtStart("\r\n", 2)),
    NULS_AT_START("NUL bytes at the start", FileFaults.fillerAtStart("\0", 20)),
    TEXT_AT_START("text at the start", FileFaults.garbageAtStart(Garbage.TEXT)),
    HTML_AT_START("an error page at the start", FileFaults.garbageAtStart(Garbage.HTML)),
    END_OF_FILE_AT_END("0x1A at the end", FileFaults.fillerAtEnd("\u001A", 1)),
    END_OF_FILE_PADDING_AT_END("many 0x1A at the end", FileFaults.fillerAtEnd("\u001A", 100)),
    LINE_FEED_AT_END("LF at the end", FileFaults.fillerAtEnd("\n", 1)),
    CRLF_AT_END("CR LF at the end", FileFaults.fillerAtEnd("\r\n", 2)),
    NULS_AT_END("NUL bytes at the end", FileFaults.fillerAtEnd("\0", 500)),
    BLANKS_AT_END("blanks at the end", FileFaults.fillerAtEnd(" ", 80)),
    TEXT_AT_END("text at the end", FileFaults.garbageAtEnd(Garbage.TEXT)),
    BINARY_AT_END("any bytes at the end", FileFaults.garbageAtEnd(Garbage.BINARY)),

    LINE_FEED_AFTER_EACH("LF after each record", FileFaults.inEach(Fault.FILLER_LF)),
    CR_AFTER_EACH("CR after each record", FileFaults.inEach(Fault.FILLER_CR)),
    CRLF_AFTER_EACH("CR LF after each record", FileFaults.inEach(Fault.FILLER_CRLF)),
    NULS_AFTER_EACH("NUL bytes after each record", FileFaults.inEach(Fault.FILLER_NUL)),
    BLANKS_AFTER_EACH("blanks after each record", FileFaults.inEach(Fault.FILLER_BLANKS)),
    RECORD_ENDS_DOUBLED("every record terminator doubled", FileFaults.inEach(Fault.RECORD_END_DOUBLED)),

    RECORD_ENDS_AS_LINE_FEED("LF for every 0x1D", FileFaults.inEach(Fault.RECORD_END_AS_LINE_FEED)),
    RECORD_ENDS_AS_CRLF("CR LF for every 0x1D", FileFaults.inEach(Fault.RECORD_END_AS_CRLF)),
    RECORD_ENDS_LOST("no 0x1D, and nothing for it", FileFaults.inEach(Fault.RECORD_END_LOST)),
    LENGTHS_ZERO("every record length 00000", FileFaults.inEach(Fault.LENGTH_ZERO)),
    LENGTHS_IN_CHARACTERS("all lengths counted in characters", FileFaults.inEach(Fault.LENGTHS_IN_CHARACTERS)),

    TORN_BY_LF("LF after every so many bytes of the file", FileFaults.torn("\n")),
    TORN_BY_CRLF("CR LF after every so many bytes of the file", FileFaults.torn("\r\n")),

    LAST_CUT_IN_LEADER("the last record cut off in its leader", FileFaults.inLast(Fault.CUT_IN_LEADER)),
    LAST_CUT_IN_DIRECTORY("the last record cut off in its directory", FileFaults.inLast(Fault.CUT_IN_DIRECTORY)),
    LAST_CUT_IN_DATA("the last record cut off in its data", FileFaults.inLast(Fault.CUT_IN_DATA)),
    LAST_CUT_BEHIND_FIELD("the last record cut off between two fields", FileFaults.inLast(Fault.CUT_BEHIND_FIELD)),
    LAST_RECORD_END_LOST("the last record terminator missing", FileFaults.inLast(Fault.RECORD_END_LOST)),
    FIRST_CUT_OFF_BEFORE("the file begins in mid-record", FileFaults.beginsInMidRecord());

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state; the type has no annotation to say so
    private final FileFaults.Operation operation;

    FileFault(String description, FileFaults.Operation operation) {
        this.description = description;
        this.operation = operation;
    }

    /** What is wrong, in a few words. */
    public String description() {
        return description;
    }

    /**
     * Damages a file of these records. The expectations of the result hold even where all records are damaged, for they
     * are damaged alike.
     *
     * @param records at least two
     */
    public DamagedFile damage(List<TestRecord> records, long seed) {
        DamagedFile.Builder file = new DamagedFile.Builder(this + ", seed " + seed).alike();
        operation.apply(records, Dice.of(seed, name().hashCode()), file);
        return file.build();
    }
}
