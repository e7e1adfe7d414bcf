// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

import static dev.marcato.diagnostic.Severity.ERROR;
import static dev.marcato.diagnostic.Severity.INFO;
import static dev.marcato.diagnostic.Severity.WARNING;

import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be reported about an input. A code is stable: it is never given to another meaning, and its
 * severity changes only with a note in the change log. Codes are grouped by place: {@code M00} the source, {@code M01}
 * the leader, {@code M02} boundaries and directory, {@code M03} fields, {@code M04} text, {@code M05} writing, {@code M06} formats of text.
 */
public enum DiagnosticCode {
    NOT_MARC("M0001", ERROR, "not MARC data"),
    BYTES_REJECTED("M0002", ERROR, "bytes that belong to no record"),
    RECORD_TRUNCATED("M0003", ERROR, "the record is cut off"),
    COMPRESSED_STREAM_TRUNCATED("M0004", ERROR, "the compressed stream is cut off"),
    COMPRESSED_STREAM_CORRUPT("M0005", ERROR, "the compressed stream is corrupt"),
    BYTES_AFTER_COMPRESSED_STREAM("M0006", ERROR, "bytes after the end of the compressed stream"),
    WINDOW_LIMIT_REACHED("M0007", ERROR, "no record end within the limit"),
    FILLER_BETWEEN_RECORDS("M0008", INFO, "line breaks or padding between records"),
    MORE_DIAGNOSTICS("M0009", INFO, "more diagnostics than are shown"),
    BYTE_ORDER_MARK("M0010", INFO, "byte order mark"),
    END_OF_FILE_CHARACTER("M0011", INFO, "end-of-file character 0x1A"),

    RECORD_LENGTH_WRONG("M0101", WARNING, "record length in the leader is wrong"),
    BASE_ADDRESS_WRONG("M0102", WARNING, "base address of data in the leader is wrong"),
    LEADER_SIZE_WRONG("M0103", ERROR, "leader is not 24 bytes long"),
    LEADER_BLANKS_REPLACED("M0104", WARNING, "blanks in the leader are written as another character"),
    INDICATOR_COUNT_WRONG("M0105", WARNING, "indicator count in the leader contradicts the fields"),
    SUBFIELD_CODE_LENGTH_WRONG("M0106", WARNING, "subfield code length in the leader contradicts the fields"),
    LEADER_COUNTS_BLANK("M0107", INFO, "indicator count or subfield code length is blank"),
    ENTRY_MAP_UNUSUAL("M0108", INFO, "entry map is not 4500"),
    LEADER_CODE_UNKNOWN("M0109", INFO, "leader code is not in the list"),
    LEADER_CHARACTER_INVALID("M0110", WARNING, "leader holds a byte that no leader may hold"),

    RECORD_TERMINATOR_MISSING("M0201", ERROR, "record terminator is missing"),
    RECORD_TERMINATOR_EMBEDDED("M0202", ERROR, "record terminator inside a record"),
    FIELD_TERMINATOR_MISSING("M0203", ERROR, "field terminator is missing"),
    FIELD_TERMINATOR_EMBEDDED("M0204", ERROR, "field terminator inside a field"),
    DIRECTORY_REBUILT("M0205", ERROR, "directory was rebuilt from the data"),
    LENGTHS_COUNT_CHARACTERS("M0206", WARNING, "lengths count characters, not bytes"),
    DIRECTORY_ENTRY_WRONG("M0207", WARNING, "directory entry is wrong"),
    DIRECTORY_TERMINATOR_MISSING("M0208", ERROR, "directory has no terminator"),
    DATA_WITHOUT_ENTRY("M0209", ERROR, "field data that no directory entry points to"),
    ENTRY_WITHOUT_DATA("M0210", ERROR, "directory entry without data"),
    OVERSIZE_RECOVERED("M0211", WARNING, "record or field is larger than its length can say"),
    LINE_BREAKS_REMOVED("M0212", ERROR, "record was torn by line breaks"),
    DIRECTORY_ORDER_DIFFERS("M0213", INFO, "directory order differs from the order of the data"),
    TAG_UNREADABLE("M0214", ERROR, "tag in the directory cannot be read"),

    TAG_INVALID("M0301", ERROR, "tag is blank or not three ASCII letters and digits"),
    INDICATORS_MISSING("M0302", ERROR, "indicators are missing"),
    INDICATOR_UNUSUAL("M0303", INFO, "indicator is neither a digit nor a blank"),
    TEXT_BEFORE_FIRST_DELIMITER("M0304", WARNING, "text before the first subfield delimiter"),
    SUBFIELDS_IN_CONTROL_FIELD("M0305", WARNING, "control field holds subfield delimiters"),
    NO_SUBFIELDS("M0306", WARNING, "data field has no subfields"),
    SUBFIELD_CODE_MISSING("M0311", WARNING, "subfield delimiter without a code"),
    SUBFIELD_CODE_INVALID("M0312", WARNING, "subfield code is not a printable ASCII character"),
    SUBFIELD_CODE_UNUSUAL("M0313", INFO, "subfield code is neither a lowercase letter nor a digit"),
    SUBFIELD_EMPTY("M0314", INFO, "subfield is empty"),
    SEPARATOR_IN_FIELD("M0315", WARNING, "field terminator stands inside a field"),
    CONTROL_NUMBER_MISSING("M0321", INFO, "record has no control number (001)"),
    CONTROL_NUMBER_REPEATED("M0322", INFO, "record has more than one 001"),
    CONTROL_NUMBER_SEEN_BEFORE("M0323", INFO, "control number (001) was seen before"),

    BYTE_UNDECODABLE("M0401", ERROR, "bytes that the record's encoding does not know"),
    CHARACTER_CUT("M0402", ERROR, "character is cut off"),
    ENCODING_CONTRADICTED("M0403", WARNING, "the text contradicts the encoding that the record declares"),
    UTF8_ENCODED_TWICE("M0404", WARNING, "text was encoded as UTF-8 twice"),
    ESCAPE_NOT_CLOSED("M0405", WARNING, "MARC-8 escape sequence is incomplete or not closed"),
    CONTROL_CHARACTER("M0406", WARNING, "control character in the text"),
    DELIMITER_AS_TEXT("M0407", WARNING, "delimiter or terminator written as text"),
    REPLACEMENT_CHARACTER("M0408", INFO, "replacement character U+FFFD in the data"),
    CHARACTER_REFERENCE("M0409", INFO, "numeric character reference in UTF-8 text"),

    RECORD_TOO_LARGE("M0501", ERROR, "record does not fit into ISO 2709"),
    RECORD_NOT_REPRESENTABLE("M0502", ERROR, "the output format cannot hold the record"),
    SCHEMA_DEPARTURE("M0503", WARNING, "the record is more than the output format's schema allows"),
    CHARACTER_AS_REFERENCE("M0504", WARNING, "character is written as a numeric reference"),
    CHARACTER_LOST("M0505", ERROR, "character is lost in the output"),

    MARKUP_BROKEN("M0601", ERROR, "markup is broken, the record cannot be read"),
    MARKUP_REPAIRED("M0602", WARNING, "markup is wrong, but can be read in one way only"),
    CHARACTER_FORBIDDEN("M0603", ERROR, "character that the format forbids"),
    RECORD_DELETED("M0604", INFO, "record is marked as deleted and has no content"),
    CONTENT_PASSED_OVER("M0605", WARNING, "content that no MARC record can hold was passed over"),
    LEADER_INCOMPLETE("M0606", WARNING, "leader is missing or not 24 characters long"),
    VALUE_NOT_REPRESENTABLE("M0607", ERROR, "value that no MARC record can hold"),
    EXPANSION_LIMIT_REACHED("M0608", ERROR, "compressed data expand beyond the limit");

    private static final DiagnosticCode[] ALL = values();

    private final String code;
    private final Severity severity;
    private final String title;

    DiagnosticCode(String code, Severity severity, String title) {
        this.code = code;
        this.severity = severity;
        this.title = title;
    }

    /**
     * Finds a code by what a user typed.
     *
     * @param text {@code M0312}, {@code 0312}, {@code 312} or {@code SUBFIELD_CODE_INVALID}, in any case, {@code -} for
     *     {@code _}
     */
    public static Optional<DiagnosticCode> find(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        String digits = wanted.startsWith("M") ? wanted.substring(1) : wanted;
        String padded = digits.matches("[0-9]{1,4}") ? "M" + "0".repeat(4 - digits.length()) + digits : "";
        for (DiagnosticCode each : ALL) {
            if (each.name().equals(wanted) || each.code.equals(padded)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** {@code M0312}. */
    public String code() {
        return code;
    }

    /** Whether it says that bytes or records of the input are not in what was delivered. */
    public boolean isLoss() {
        return switch (this) {
            case NOT_MARC,
                    BYTES_REJECTED,
                    RECORD_TRUNCATED,
                    COMPRESSED_STREAM_TRUNCATED,
                    COMPRESSED_STREAM_CORRUPT,
                    BYTES_AFTER_COMPRESSED_STREAM,
                    RECORD_TOO_LARGE,
                    RECORD_NOT_REPRESENTABLE,
                    CHARACTER_LOST,
                    MARKUP_BROKEN,
                    EXPANSION_LIMIT_REACHED -> true;
            default -> false;
        };
    }

    public Severity severity() {
        return severity;
    }

    /** One clause, lower case, without a full stop. */
    public String title() {
        return title;
    }

    /** What it means for the record, in one or a few sentences. */
    public String meaning() {
        return Explanation.of(this).meaning();
    }

    /** Where such data usually come from. */
    public String typicalCause() {
        return Explanation.of(this).typicalCause();
    }

    /** What to do about it. */
    public String advice() {
        return Explanation.of(this).advice();
    }
}
