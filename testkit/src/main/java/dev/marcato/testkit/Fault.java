// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static dev.marcato.testkit.FindingKind.FIELD;
import static dev.marcato.testkit.FindingKind.TERMINATOR;
import static dev.marcato.testkit.FindingKind.TEXT;

import java.util.Arrays;
import java.util.List;

/**
 * Everything that is known to go wrong with a record in ISO 2709, one named operation for each fault, with what a
 * reader must make of it. The same record, fault and seed give the same bytes on every JDK.
 *
 * <p>A record needs an 001, at least two data fields with text, and no more than 60,000 bytes.
 */
public enum Fault {
    LENGTH_TOO_LONG_BY_TWO(
            Group.LEADER, "record length two too long", LeaderFaults.recordLength(LeaderFaults::tooLongByTwo)),
    LENGTH_TOO_LONG(Group.LEADER, "record length too long by more", LeaderFaults.recordLength(LeaderFaults::tooLarge)),
    LENGTH_TOO_SHORT(Group.LEADER, "record length too short", LeaderFaults.recordLength(LeaderFaults::tooSmall)),
    LENGTH_BLANK(Group.LEADER, "record length is five blanks", LeaderFaults.always("     ", false)),
    LENGTH_BLANK_PADDED(
            Group.LEADER,
            "record length with blanks for leading zeros",
            LeaderFaults.recordLength(LeaderFaults::blankPadded)),
    LENGTH_NON_NUMERIC(
            Group.LEADER,
            "record length with other characters than digits",
            LeaderFaults.recordLength(LeaderFaults::nonNumeric)),
    LENGTH_ZERO(Group.LEADER, "record length 00000", LeaderFaults.always("00000", false)),
    LENGTH_99999(Group.LEADER, "record length 99999", LeaderFaults.always("99999", false)),
    BASE_TOO_LARGE(Group.LEADER, "base address too large", LeaderFaults.baseAddress(LeaderFaults::tooLarge)),
    BASE_TOO_SMALL(Group.LEADER, "base address too small", LeaderFaults.baseAddress(LeaderFaults::tooSmall)),
    BASE_BLANK(Group.LEADER, "base address is five blanks", LeaderFaults.always("     ", true)),
    BASE_BLANK_PADDED(
            Group.LEADER,
            "base address with blanks for leading zeros",
            LeaderFaults.baseAddress(LeaderFaults::blankPadded)),
    BASE_NON_NUMERIC(
            Group.LEADER,
            "base address with other characters than digits",
            LeaderFaults.baseAddress(LeaderFaults::nonNumeric)),
    BASE_ZERO(Group.LEADER, "base address 00000", LeaderFaults.always("00000", true)),
    LENGTH_AND_BASE_BLANK(Group.LEADER, "record length and base address blank", LeaderFaults::lengthAndBaseBlank),
    LEADER_CODES_BLANK(Group.LEADER, "leader/05-11 and 17-23 blank", LeaderFaults::codesBlank),
    INDICATOR_COUNT_OTHER(
            Group.LEADER, "indicator count in the leader is not 2, the fields have two", LeaderFaults::indicatorCount),
    SUBFIELD_CODE_LENGTH_OTHER(
            Group.LEADER,
            "subfield code length in the leader is not 2, the fields have two",
            LeaderFaults::subfieldCodeLength),
    ONE_INDICATOR_THROUGHOUT(
            Group.LEADER, "indicator count 1 in leader and fields, as in MAB", LeaderFaults::oneIndicatorThroughout),
    ENTRY_MAP_BLANK(Group.LEADER, "entry map blank", LeaderFaults::entryMapBlank),
    BLANKS_AS_CARET(Group.LEADER, "blanks of the leader written as ^", LeaderFaults.blanksAs('^')),
    BLANKS_AS_HASH(Group.LEADER, "blanks of the leader written as #", LeaderFaults.blanksAs('#')),
    BLANKS_AS_BACKSLASH(Group.LEADER, "blanks of the leader written as \\", LeaderFaults.blanksAs('\\')),
    LEADER_OF_23_BYTES(Group.LEADER, "the leader lost a byte", LeaderFaults::lostByte),
    LEADER_OF_25_BYTES(Group.LEADER, "the leader gained a byte", LeaderFaults::gainedByte),
    LEADER_OF_26_BYTES(Group.LEADER, "a leader position became U+FFFD in UTF-8", LeaderFaults::replacementCharacter),
    ENTRY_LOST_BYTE(Group.DIRECTORY, "a directory entry lost a byte", DirectoryFaults.entryLostByte(false)),
    ENTRY_LOST_BYTE_LENGTHS_UPDATED(
            Group.DIRECTORY,
            "the same, and record length and base address agree with it",
            DirectoryFaults.entryLostByte(true)),
    ENTRY_GAINED_BYTE(Group.DIRECTORY, "a directory entry gained a byte", DirectoryFaults.entryGainedByte(false)),
    ENTRY_GAINED_BYTE_LENGTHS_UPDATED(
            Group.DIRECTORY,
            "the same, and record length and base address agree with it",
            DirectoryFaults.entryGainedByte(true)),
    TAG_CHARACTER_WIDENED(
            Group.DIRECTORY, "a character of a tag became two bytes", DirectoryFaults.tagCharacterWidened(false)),
    TAG_CHARACTER_WIDENED_LENGTHS_UPDATED(
            Group.DIRECTORY,
            "the same, and record length and base address agree with it",
            DirectoryFaults.tagCharacterWidened(true)),
    DIRECTORY_TERMINATOR_LOST(Group.DIRECTORY, "the directory lost its terminator", DirectoryFaults.terminator(false)),
    DIRECTORY_TERMINATOR_LOST_LENGTHS_UPDATED(
            Group.DIRECTORY,
            "the same, and record length and base address agree with it",
            DirectoryFaults.terminator(true)),
    DIRECTORY_TERMINATOR_REPLACED(
            Group.DIRECTORY, "a blank stands for the directory's terminator", DirectoryFaults.terminator(true, (byte)
                    ' ')),
    DIRECTORY_TERMINATOR_DOUBLED(
            Group.DIRECTORY, "the directory has two terminators", DirectoryFaults.terminator(false, (byte) 0x1E, (byte)
                    0x1E)),
    DIRECTORY_UNORDERED(
            Group.DIRECTORY,
            "entries in another order than the data, as the standard allows",
            DirectoryFaults::unordered),
    ENTRIES_OVERLAPPING(
            Group.DIRECTORY,
            "an entry is too long and overlaps the next",
            DirectoryFaults.entries(DirectoryFaults::overlapping)),
    ENTRY_LENGTH_TOO_SHORT(
            Group.DIRECTORY, "an entry is too short", DirectoryFaults.entries(DirectoryFaults::lengthTooShort)),
    ENTRY_LENGTHS_WITHOUT_TERMINATOR(
            Group.DIRECTORY,
            "no entry counts its field terminator",
            DirectoryFaults.entries(DirectoryFaults::lengthsWithoutTerminator)),
    ENTRY_LENGTH_NON_NUMERIC(
            Group.DIRECTORY,
            "an entry's length holds another character than digits",
            DirectoryFaults.entries(DirectoryFaults::lengthNonNumeric)),
    ENTRY_LENGTH_OUTSIDE(
            Group.DIRECTORY,
            "an entry's length goes beyond the record",
            DirectoryFaults.entries(DirectoryFaults::lengthOutside)),
    ENTRY_START_NON_NUMERIC(
            Group.DIRECTORY,
            "an entry's start holds another character than digits",
            DirectoryFaults.entries(DirectoryFaults::startNonNumeric)),
    ENTRY_START_OUTSIDE(
            Group.DIRECTORY,
            "an entry's start is beyond the record",
            DirectoryFaults.entries(DirectoryFaults::startOutside)),
    STARTS_SHIFTED(
            Group.DIRECTORY,
            "all starts from one entry on are shifted",
            DirectoryFaults.entries(DirectoryFaults::startsShifted)),
    ALL_STARTS_SHIFTED(
            Group.DIRECTORY, "all starts are shifted", DirectoryFaults.entries(DirectoryFaults::allStartsShifted)),
    SLOT_ZEROED(Group.DIRECTORY, "an entry says 0000 and 00000", DirectoryFaults.entries(DirectoryFaults::slotZeroed)),
    ALL_SLOTS_ZEROED(
            Group.DIRECTORY,
            "all entries say 0000 and 00000",
            DirectoryFaults.entries(DirectoryFaults::allSlotsZeroed)),
    FIVE_DIGIT_LENGTHS(Group.DIRECTORY, "all lengths with five digits", DirectoryFaults.wideEntries(5, 5)),
    SIX_DIGIT_STARTS(Group.DIRECTORY, "all starts with six digits", DirectoryFaults.wideEntries(4, 6)),
    DIRECTORY_BEFORE_FIELDS_GREW(
            Group.DIRECTORY, "leader and directory left over from shorter fields", StaleFaults::fieldsGrew),
    DIRECTORY_BEFORE_FIELDS_WERE_ADDED(
            Group.DIRECTORY,
            "leader and directory left over from a record with fewer fields",
            StaleFaults::fieldsAppended),
    ENTRY_MISSING(Group.DIRECTORY, "data without an entry", StaleFaults::entryMissing),
    ENTRY_WITHOUT_DATA(Group.DIRECTORY, "an entry without data, behind the last", StaleFaults::entryWithoutData),
    ENTRY_OF_NO_LENGTH(Group.DIRECTORY, "an entry of length 0000 between others", StaleFaults::entryOfNoLength),
    LENGTHS_IN_CHARACTERS(
            Group.DIRECTORY,
            "all lengths counted in characters, text in UTF-8",
            StaleFaults.countedInCharacters(true, true)),
    RECORD_LENGTH_IN_CHARACTERS(
            Group.DIRECTORY, "the record length counted in characters", StaleFaults.countedInCharacters(true, false)),
    DIRECTORY_IN_CHARACTERS(
            Group.DIRECTORY,
            "lengths and starts of the entries counted in characters",
            StaleFaults.countedInCharacters(false, true)),
    TAG_000(Group.DIRECTORY, "the leader again as field 000", FieldFaults.leaderAsField("000")),
    TAG_LDR(Group.DIRECTORY, "the leader again as field LDR", FieldFaults.leaderAsField("LDR")),
    TAG_BLANK(Group.DIRECTORY, "a tag of three blanks", FieldFaults.tag("   ")),
    TAG_PARTLY_BLANK(Group.DIRECTORY, "a tag with a blank", FieldFaults.tag("24 ")),
    TAG_NON_ASCII(Group.DIRECTORY, "a tag with bytes outside ASCII", FieldFaults.tag("2\u00C3\u00A9")),
    OVERSIZE_LENGTH_MODULO(
            Group.OVERSIZE,
            "over 99,999 bytes, record length modulo 100,000",
            OversizeFaults.recordLength(Overflow.MODULO)),
    OVERSIZE_LENGTH_99999(
            Group.OVERSIZE, "over 99,999 bytes, record length 99999", OversizeFaults.recordLength(Overflow.NINES)),
    OVERSIZE_LENGTH_ZERO(
            Group.OVERSIZE, "over 99,999 bytes, record length 00000", OversizeFaults.recordLength(Overflow.ZEROS)),
    OVERSIZE_LENGTH_SIX_DIGITS(
            Group.OVERSIZE,
            "over 99,999 bytes, record length with six digits",
            OversizeFaults.recordLength(Overflow.WIDE)),
    OVERSIZE_FIELD_MODULO(
            Group.OVERSIZE,
            "a field over 9,999 bytes, its length modulo 10,000",
            OversizeFaults.fieldLength(Overflow.MODULO)),
    OVERSIZE_FIELD_9999(
            Group.OVERSIZE, "a field over 9,999 bytes, its length 9999", OversizeFaults.fieldLength(Overflow.NINES)),
    OVERSIZE_FIELD_ZERO(
            Group.OVERSIZE, "a field over 9,999 bytes, its length 0000", OversizeFaults.fieldLength(Overflow.ZEROS)),
    OVERSIZE_FIELD_FIVE_DIGITS(
            Group.OVERSIZE,
            "a field over 9,999 bytes, its length with five digits",
            OversizeFaults.fieldLength(Overflow.WIDE)),
    OVERSIZE_STARTS_MODULO(
            Group.OVERSIZE,
            "starts modulo 100,000, record length modulo too",
            OversizeFaults.starts(Overflow.MODULO, Overflow.MODULO)),
    OVERSIZE_STARTS_MODULO_LENGTH_99999(
            Group.OVERSIZE,
            "starts modulo 100,000, record length 99999",
            OversizeFaults.starts(Overflow.NINES, Overflow.MODULO)),
    OVERSIZE_STARTS_99999(
            Group.OVERSIZE,
            "starts over 99,999 written as 99999",
            OversizeFaults.starts(Overflow.NINES, Overflow.NINES)),
    OVERSIZE_STARTS_ZERO(
            Group.OVERSIZE,
            "starts over 99,999 written as 00000, record length too, as ruby-marc does",
            OversizeFaults.starts(Overflow.ZEROS, Overflow.ZEROS)),
    OVERSIZE_STARTS_SIX_DIGITS(
            Group.OVERSIZE, "starts over 99,999 with six digits", OversizeFaults.starts(Overflow.NINES, Overflow.WIDE)),
    RECORD_END_LOST(Group.TERMINATOR, "the record terminator is missing", TerminatorFaults.recordEnd(false)),
    RECORD_END_LOST_LENGTH_UPDATED(
            Group.TERMINATOR, "the same, and the record length agrees with it", TerminatorFaults.recordEnd(true)),
    RECORD_END_AS_LINE_FEED(
            Group.TERMINATOR, "a line feed stands for the record terminator", TerminatorFaults.recordEnd(true, (byte)
                    '\n')),
    RECORD_END_AS_CRLF(
            Group.TERMINATOR,
            "CR and LF stand for the record terminator",
            TerminatorFaults.recordEnd(false, (byte) '\r', (byte) '\n')),
    RECORD_END_AS_FIELD_END(
            Group.TERMINATOR,
            "a field terminator stands for the record terminator",
            TerminatorFaults.recordEnd(true, (byte) 0x1E)),
    RECORD_END_DOUBLED(Group.TERMINATOR, "two record terminators", TerminatorFaults::recordEndDoubled),
    RECORD_END_DOUBLED_LENGTH_UPDATED(
            Group.TERMINATOR,
            "the same, and the record length covers both",
            TerminatorFaults.recordEnd(true, (byte) 0x1D, (byte) 0x1D)),
    RECORD_END_SUBSTITUTED(
            Group.TERMINATOR,
            "a byte of the text became 0x1D",
            TerminatorFaults.recordEndInText(FieldEdits.substituted((byte) 0x1D))),
    RECORD_END_INSERTED_LENGTHS_UPDATED(
            Group.TERMINATOR,
            "0x1D in the text, lengths agree with it",
            TerminatorFaults.recordEndInText(FieldEdits.inserted((byte) 0x1D))),
    RECORD_END_INSERTED(
            Group.TERMINATOR,
            "0x1D in the text, lengths do not know of it",
            FieldFaults.keptOpen(FieldEdits.inDataField(FieldEdits.inserted((byte) 0x1D)))),
    RECORD_END_IN_DIRECTORY(
            Group.TERMINATOR, "a byte of a directory entry became 0x1D", TerminatorFaults.inDirectory((byte) 0x1D)),
    FIELD_END_LOST(Group.TERMINATOR, "a field terminator is missing", TerminatorFaults::fieldEndLost),
    FIELD_END_LOST_LENGTHS_UPDATED(
            Group.TERMINATOR, "the same, and the lengths agree with it", TerminatorFaults::fieldEndLostLengthsUpdated),
    FIELD_END_REPLACED(
            Group.TERMINATOR, "another byte stands for a field terminator", TerminatorFaults::fieldEndReplaced),
    FIELD_END_DOUBLED(
            Group.TERMINATOR,
            "two field terminators, lengths do not know of it",
            FieldFaults.keptOpen(FieldEdits.inDataField(FieldEdits.appended((byte) 0x1E)))),
    FIELD_END_DOUBLED_LENGTHS_UPDATED(
            Group.TERMINATOR,
            "the same, and the field's length covers both",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits.appended((byte) 0x1E)), FIELD, TERMINATOR)),
    FIELD_END_DOUBLED_STARTS_UPDATED(
            Group.TERMINATOR,
            "the same, and the starts behind it agree, the field's length does not",
            TerminatorFaults::fieldEndDoubledStartsUpdated),
    FIELD_END_SUBSTITUTED(
            Group.TERMINATOR,
            "a byte of the text became 0x1E",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits.substituted((byte) 0x1E)), FIELD, TERMINATOR)),
    FIELD_END_INSERTED_LENGTHS_UPDATED(
            Group.TERMINATOR,
            "0x1E in the text, lengths agree with it",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits.inserted((byte) 0x1E)), FIELD, TERMINATOR)),
    FIELD_END_INSERTED(
            Group.TERMINATOR,
            "0x1E in the text, lengths do not know of it",
            FieldFaults.keptOpen(FieldEdits.inDataField(FieldEdits.inserted((byte) 0x1E)))),
    FIELD_END_IN_DIRECTORY(
            Group.TERMINATOR, "a byte of a directory entry became 0x1E", TerminatorFaults.inDirectory((byte) 0x1E)),
    DELIMITER_LOST(
            Group.FIELD,
            "a subfield delimiter is missing, lengths do not know of it",
            FieldFaults.kept(FieldEdits.withDelimiter(FieldEdits::delimiterLost))),
    DELIMITER_LOST_LENGTHS_UPDATED(
            Group.FIELD,
            "a subfield delimiter is missing, lengths agree with it",
            FieldFaults.updated(FieldEdits.withDelimiter(FieldEdits::delimiterLost))),
    DELIMITER_REPLACED(
            Group.FIELD,
            "another character stands for a subfield delimiter",
            FieldFaults.updated(FieldEdits.withDelimiter(FieldEdits::delimiterReplaced))),
    DELIMITER_DOUBLED(
            Group.FIELD,
            "two subfield delimiters, lengths do not know of it",
            FieldFaults.kept(FieldEdits.withDelimiter(FieldEdits::delimiterDoubled))),
    DELIMITER_DOUBLED_LENGTHS_UPDATED(
            Group.FIELD,
            "two subfield delimiters, lengths agree with it",
            FieldFaults.updated(FieldEdits.withDelimiter(FieldEdits::delimiterDoubled), FIELD)),
    DELIMITER_INSERTED(
            Group.FIELD,
            "a subfield delimiter in the text, lengths do not know of it",
            FieldFaults.kept(FieldEdits.inDataField(FieldEdits.inserted((byte) 0x1F)))),
    DELIMITER_INSERTED_LENGTHS_UPDATED(
            Group.FIELD,
            "a subfield delimiter in the text, lengths agree with it",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits.inserted((byte) 0x1F)))),
    DELIMITER_SUBSTITUTED(
            Group.FIELD,
            "a byte of the text became 0x1F",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits.substituted((byte) 0x1F)))),
    DELIMITER_AT_END(
            Group.FIELD,
            "a subfield delimiter at the end of a field, lengths do not know of it",
            FieldFaults.kept(FieldEdits.inDataField(FieldEdits::delimiterAtEnd))),
    DELIMITER_AT_END_LENGTHS_UPDATED(
            Group.FIELD,
            "a subfield delimiter at the end of a field, lengths agree with it",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits::delimiterAtEnd), FIELD)),
    CODE_BLANK(
            Group.FIELD,
            "a blank stands for a subfield code",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits::codeBlank), FIELD)),
    CODE_ZERO(
            Group.FIELD,
            "0x00 stands for a subfield code",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits::codeZero), FIELD, TEXT)),
    CODE_LOST(
            Group.FIELD,
            "a subfield code is missing, lengths do not know of it",
            FieldFaults.kept(FieldEdits.inDataField(FieldEdits::codeLost))),
    CODE_LOST_LENGTHS_UPDATED(
            Group.FIELD,
            "a subfield code is missing, lengths agree with it",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits::codeLost))),
    CODE_MULTIBYTE(
            Group.FIELD,
            "a subfield code of several bytes, lengths do not know of it",
            FieldFaults.kept(FieldEdits.inDataField(FieldEdits::multibyteCode))),
    CODE_MULTIBYTE_LENGTHS_UPDATED(
            Group.FIELD,
            "a subfield code of several bytes, lengths agree with it",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits::multibyteCode), FIELD)),
    INDICATORS_LOST(
            Group.FIELD,
            "a data field without indicators, lengths do not know of it",
            FieldFaults.keptOpen(FieldEdits.inDataField(FieldEdits::withoutIndicators))),
    INDICATORS_LOST_LENGTHS_UPDATED(
            Group.FIELD,
            "a data field without indicators, lengths agree with it",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits::withoutIndicators), FIELD)),
    INDICATOR_LOST(
            Group.FIELD,
            "a data field with one indicator, lengths do not know of it",
            FieldFaults.keptOpen(FieldEdits.inDataField(FieldEdits::oneIndicator))),
    INDICATOR_LOST_LENGTHS_UPDATED(
            Group.FIELD,
            "a data field with one indicator, lengths agree with it",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits::oneIndicator), FIELD)),
    INDICATOR_MULTIBYTE(
            Group.FIELD,
            "an indicator of several bytes, lengths do not know of it",
            FieldFaults.keptOpen(FieldEdits.inDataField(FieldEdits::multibyteIndicator))),
    INDICATOR_MULTIBYTE_LENGTHS_UPDATED(
            Group.FIELD,
            "an indicator of several bytes, lengths agree with it",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits::multibyteIndicator), FIELD)),
    TEXT_BEFORE_FIRST_DELIMITER(
            Group.FIELD,
            "text between indicators and first delimiter, lengths do not know of it",
            FieldFaults.kept(FieldEdits.inDataField(FieldEdits::textBeforeFirstDelimiter))),
    TEXT_BEFORE_FIRST_DELIMITER_LENGTHS_UPDATED(
            Group.FIELD,
            "text between indicators and first delimiter, lengths agree with it",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits::textBeforeFirstDelimiter), FIELD)),
    SUBFIELD_IN_CONTROL_FIELD(
            Group.FIELD,
            "a control field with a subfield, lengths do not know of it",
            FieldFaults.kept(FieldEdits.inControlField(FieldEdits::subfieldInControlField))),
    SUBFIELD_IN_CONTROL_FIELD_LENGTHS_UPDATED(
            Group.FIELD,
            "a control field with a subfield, lengths agree with it",
            FieldFaults.updated(FieldEdits.inControlField(FieldEdits::subfieldInControlField), FIELD)),
    FIELD_EMPTY(
            Group.FIELD,
            "a data field without any content, lengths do not know of it",
            FieldFaults.keptOpen(FieldEdits.inDataField(FieldEdits::empty))),
    FIELD_EMPTY_LENGTHS_UPDATED(
            Group.FIELD,
            "a data field without any content, lengths agree with it",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits::empty), FIELD)),
    FIELD_OF_INDICATORS_ONLY(
            Group.FIELD,
            "a data field of two indicators, lengths do not know of it",
            FieldFaults.kept(FieldEdits.inDataField(FieldEdits::indicatorsOnly))),
    FIELD_OF_INDICATORS_ONLY_LENGTHS_UPDATED(
            Group.FIELD,
            "a data field of two indicators, lengths agree with it",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits::indicatorsOnly), FIELD)),
    SUBFIELD_EMPTY(
            Group.FIELD,
            "a subfield without a value, lengths do not know of it",
            FieldFaults.kept(FieldEdits.inDataField(FieldEdits::subfieldEmptied))),
    SUBFIELD_EMPTY_LENGTHS_UPDATED(
            Group.FIELD,
            "a subfield without a value, lengths agree with it",
            FieldFaults.updated(FieldEdits.inDataField(FieldEdits::subfieldEmptied), FIELD)),
    FIELD_LOST_BYTES(
            Group.FIELD,
            "some bytes of the text are missing, lengths do not know of it",
            FieldFaults.kept(FieldEdits.inDataField(FieldEdits::bytesLost))),
    FILLER_CR(Group.FILLER, "CR after the record", StretchFaults.filler("\r", 2, true)),
    FILLER_LF(Group.FILLER, "LF after the record", StretchFaults.filler("\n", 3, true)),
    FILLER_CRLF(Group.FILLER, "CR LF after the record", StretchFaults.filler("\r\n", 2, true)),
    FILLER_NUL(Group.FILLER, "NUL bytes after the record", StretchFaults.filler("\0", 40, false)),
    FILLER_END_OF_FILE(Group.FILLER, "0x1A after the record", StretchFaults.filler("\u001A", 1, true)),
    FILLER_BOM(Group.FILLER, "a byte order mark after the record", StretchFaults.filler("\u00EF\u00BB\u00BF", 1, true)),
    FILLER_BLANKS(Group.FILLER, "blanks after the record", StretchFaults.filler(" ", 12, false)),
    GARBAGE_TEXT(Group.FILLER, "text after the record", StretchFaults.garbage("", Garbage.TEXT, "")),
    GARBAGE_LINE(Group.FILLER, "a line of text after the record", StretchFaults.garbage("\r\n", Garbage.TEXT, "\r\n")),
    GARBAGE_HTML(Group.FILLER, "an error page after the record", StretchFaults.garbage("", Garbage.HTML, "\n")),
    GARBAGE_BINARY(Group.FILLER, "any bytes but 0x1D after the record", StretchFaults.garbage("", Garbage.BINARY, "")),
    GARBAGE_TERMINATED(Group.FILLER, "text and 0x1D after the record", StretchFaults.garbageTerminated()),
    CUT_IN_LEADER(Group.CUT, "cut off in the leader", StretchFaults::cutInLeader),
    CUT_IN_DIRECTORY(Group.CUT, "cut off in the directory", StretchFaults::cutInDirectory),
    CUT_IN_DATA(Group.CUT, "cut off in the data", StretchFaults::cutInData),
    CUT_BEHIND_FIELD(Group.CUT, "cut off between two fields", StretchFaults::cutBehindField),
    CUT_BEFORE_TERMINATORS(Group.CUT, "only the last two terminators are missing", StretchFaults::cutBeforeTerminators),
    TORN_BY_LF(Group.CUT, "LF after every so many bytes", StretchFaults.torn("\n")),
    TORN_BY_CRLF(Group.CUT, "CR LF after every so many bytes", StretchFaults.torn("\r\n"));

    /** What a fault is done to. */
    public enum Group {
        /** Damage to the 24 bytes of the leader. */
        LEADER,
        /** Damage to the directory, stale lengths, odd tags. */
        DIRECTORY,
        /** Records and fields that ISO 2709 has no numbers for. */
        OVERSIZE,
        /** 0x1D and 0x1E missing, doubled, or in the wrong place. */
        TERMINATOR,
        /** Indicators, delimiters, subfield codes. */
        FIELD,
        /** Filler or garbage between records; the record itself is clean. */
        FILLER,
        /** Cut off, or torn by line breaks. */
        CUT
    }

    private final Group group;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state; the type has no annotation to say so
    private final Damaging operation;

    Fault(Group group, String description, Damaging operation) {
        this.group = group;
        this.description = description;
        this.operation = operation;
    }

    public Group group() {
        return group;
    }

    /** What is wrong, in a few words. */
    public String description() {
        return description;
    }

    /** Damages a record; the seed decides where, and by how much. */
    public Damage damage(TestRecord record, long seed) {
        return operation.apply(record, Dice.of(seed, name().hashCode()));
    }

    /** The faults of one group, in order. */
    public static List<Fault> of(Group group) {
        return Arrays.stream(values()).filter(fault -> fault.group == group).toList();
    }
}
