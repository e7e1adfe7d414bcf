// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

/** The long texts of the codes, apart from the enum so that a run that explains nothing never loads them. */
record Explanation(String meaning, String typicalCause, String advice) {
    static Explanation of(DiagnosticCode code) {
        return switch (code) {
            case NOT_MARC -> text("""
                    No place in the input looks like the start of a MARC record in the binary format (ISO 2709). The
                    message says what the input looks like instead. Nothing was read from it.

                    The wrong file, an error page saved under a .mrc name, MARCXML or a zip archive offered as binary
                    MARC, a download that failed.

                    Look at the first lines of the file. Unpack an archive first; ask for the data again if the file is
                    an error page or empty of records.""");
            case BYTES_REJECTED -> text("""
                    These bytes stand in no record and are no padding either. They were left out of the output; with
                    --rejects FILE they are kept, unchanged.

                    Text added by a transfer program, half of a record, several damaged records that cannot be told
                    apart.

                    Run again with --rejects FILE and look at the file. If it holds cataloguing data, ask for those
                    records again; the offset in the message says where they stood.""");
            case RECORD_TRUNCATED -> text("""
                    The input, or the next record, begins before this record is complete. Half a record is not
                    delivered: its bytes go to the rejects.

                    A download or a copy that was interrupted, a full disk, an export that was stopped and gone on
                    with.

                    Get the file again, and compare the sizes. All other records are complete.""");
            case COMPRESSED_STREAM_TRUNCATED -> text("""
                    The compressed file ends before its own end mark. Everything up to there was read; how much is
                    missing cannot be known.

                    A download that was interrupted, or a file that was still being written.

                    Get the file again. `gzip -t FILE` tells whether a copy is complete.""");
            case COMPRESSED_STREAM_CORRUPT -> text("""
                    The compressed data cannot be unpacked beyond this place, or its checksum does not fit. The offset
                    counts uncompressed bytes.

                    A transfer in text mode, a damaged disk or stick, a file put together from pieces.

                    Get the file again, in binary mode. The records before this place were read; if the checksum alone
                    is wrong, treat them with suspicion.""");
            case BYTES_AFTER_COMPRESSED_STREAM -> text("""
                    After the end of the compressed data follow bytes that are not compressed data. They were not read
                    as records.

                    Padding from a tape or a block device, an HTML footer, or plain records added to a .gz file.

                    If the bytes are records, cut them off into a file of their own; the message says where they
                    begin.""");
            case WINDOW_LIMIT_REACHED -> text("""
                    For as many bytes as the limit allows, no end of a record was found. What was settled was delivered;
                    the rest, up to the next start of a record, went to the rejects.

                    A file that is no MARC from this place on, or one with all its terminators removed.

                    Look at the bytes at this offset. A single record that really is that large needs a higher limit.""");
            case FILLER_BETWEEN_RECORDS -> text("""
                    Between two records, or at either end of the file, stand line breaks, blanks or NUL bytes. They
                    belong to no record and were left out.

                    A program that writes each record on a line of its own, files joined with an editor, padding to a
                    block size.

                    Nothing needs to be done. Strict programs may refuse such a file: `marcato cat` writes it without
                    the padding.""");
            case MORE_DIAGNOSTICS -> text("""
                    This record has more diagnostics than are reported one by one. The message says how many were left
                    out.

                    A record whose text is wrong in every field, for example in another encoding than it declares.

                    Solve those that are shown and check the record again.""");
            case BYTE_ORDER_MARK -> text("""
                    The file begins with the three bytes EF BB BF, which some programs put in front of UTF-8 text. They
                    belong to no record and were left out.

                    A binary MARC file opened and saved with a text editor, or written by a program that takes it for
                    text.

                    Check that the rest of the file is sound: an editor that adds this mark may have changed other bytes
                    too.""");
            case END_OF_FILE_CHARACTER -> text("""
                    The file ends with the byte 0x1A, by which old systems marked the end of a text file. It was left
                    out.

                    Software that stems from CP/M or MS-DOS, or a transfer with such a system.

                    Nothing needs to be done.""");
            case RECORD_LENGTH_WRONG -> text("""
                    The leader (00-04) gives another length than the record has. Directory and terminators agree about
                    the true one, so nothing was guessed.

                    A program that edits records without counting again, or that counts characters, line breaks or
                    terminators wrongly.

                    Write the file anew with `marcato repair`: lengths are then right. Programs that trust the length
                    lose this record and often all that follow.""");
            case BASE_ADDRESS_WRONG -> text("""
                    The leader (12-16) gives another address for the first field than the directory's end does. The
                    directory itself is sound, so nothing was guessed.

                    A program that added or removed a field without counting again.

                    Write the file anew with `marcato repair`.""");
            case LEADER_SIZE_WRONG -> text("""
                    The leader has lost or gained bytes; it must have exactly 24. It was set right by what its other
                    positions and the directory say.

                    An editor that removed blanks, or a conversion that turned one byte of the leader into a character of
                    several bytes.

                    Look at the leader of the repaired record, above all at status, type and level (05-07).""");
            case LEADER_BLANKS_REPLACED -> text("""
                    Positions of the leader that should be blank hold ^, # or a backslash. These are ways to print a
                    blank in documentation and in text formats; in a record they are wrong. They were read as blanks.

                    A record typed after printed documentation, or a text format converted without turning the sign back.

                    Write the file anew with `marcato repair`, and correct the conversion.""");
            case INDICATOR_COUNT_WRONG -> text("""
                    Leader/10 says how many indicators a data field has. The fields of this record have another number;
                    they were read as they are.

                    A leader that was typed or filled by a program; MARC 21 and UNIMARC always have 2.

                    Set leader/10 to 2. Strict programs refuse the record or cut its text in the wrong place.""");
            case SUBFIELD_CODE_LENGTH_WRONG -> text("""
                    Leader/11 says how long a subfield code is, its delimiter counted in. The fields of this record
                    contradict it; they were read as they are.

                    A leader that was typed or filled by a program; MARC 21 and UNIMARC always have 2.

                    Set leader/11 to 2. Strict programs refuse the record or cut its text in the wrong place.""");
            case LEADER_COUNTS_BLANK -> text("""
                    Leader/10 (indicator count) or leader/11 (subfield code length) is blank; both are 2 in MARC 21 and
                    UNIMARC. The fields have two indicators and codes of one character, and were read so.

                    Systems that store the leader without its computed positions.

                    Nothing needs to be done to read the record; set both to 2 when the leader is next written.""");
            case ENTRY_MAP_UNUSUAL -> text("""
                    Leader/20-23 says how a directory entry is divided. In MARC 21 it is always 4500; here it is blank or
                    something else, while the entries have the usual form.

                    Systems that store the leader without its computed positions, or a record that came from UNIMARC,
                    where "450 " is right.

                    Nothing needs to be done to read the record. Strict programs may ask for 4500.""");
            case LEADER_CODE_UNKNOWN -> text("""
                    A position of the leader holds a value that MARC 21 does not list for this kind of record. It was
                    kept.

                    Codes of a system's own (OCLC used I, K, L and M as encoding levels), codes that were valid once, a
                    leader that was shifted by one position.

                    If the same value stands in most records it is a habit of the source. In a single record, look at the
                    leader as a whole: several odd values in a row mean that it was shifted.""");
            case LEADER_CHARACTER_INVALID -> text("""
                    The leader holds a control character, or a byte outside ASCII. A leader consists of digits,
                    letters, blanks and a few signs.

                    A damaged transfer, or a fill character in another encoding.

                    Compare with the record in its source system; the damage may not stop at the leader.""");
            case RECORD_TERMINATOR_MISSING -> text("""
                    The record does not end in 0x1D. Its end was chosen by the directory, or where the next record
                    begins.

                    A transfer in text mode, which drops or replaces control characters; a record cut off in the middle
                    of a file.

                    Look at the last field of the record: it may have lost its end. Get the file in binary mode if most
                    records are like this.""");
            case RECORD_TERMINATOR_EMBEDDED -> text("""
                    The byte 0x1D stands inside a record, where its directory says that the record goes on. The record
                    was read past it.

                    Text pasted from another record, or a program that does not clean the values it writes.

                    Look at the field: the byte is usually rubbish at the end of a value. Most programs end the record
                    there and lose what follows.""");
            case FIELD_TERMINATOR_MISSING -> text("""
                    A field does not end in 0x1E. Its end was chosen by the directory or the next field.

                    A program that writes fields by hand, or a transfer that dropped control characters.

                    Look at this field and the next: their border was chosen by judgement.""");
            case FIELD_TERMINATOR_EMBEDDED -> text("""
                    The byte 0x1E stands inside a field, and the directory does not settle where the field ends. The
                    reading with the best evidence was taken.

                    Text pasted from another record, or two fields joined by a program that forgot to count.

                    Look at this field and the next: their border was chosen by judgement.""");
            case DIRECTORY_REBUILT -> text("""
                    The directory does not lead to the fields, so the fields were found by their terminators and given
                    the tags of the directory in order.

                    Records edited without counting again, converted to another encoding without counting again, or
                    larger than the directory can say.

                    Compare tags and contents of the repaired record: a tag may have moved by one field where an entry
                    was lost. --originals FILE keeps the record as it was.""");
            case LENGTHS_COUNT_CHARACTERS -> text("""
                    Lengths and starts in leader and directory count characters instead of bytes. Every terminator was
                    found where this reading expects it, so nothing was guessed.

                    A program that computes lengths on decoded text; it goes unnoticed until the first letter with an
                    accent.

                    Write the file anew with `marcato repair`, and tell whoever exports the data: other programs lose
                    every such record.""");
            case DIRECTORY_ENTRY_WRONG -> text("""
                    An entry of the directory gives a wrong length or start for its field. The neighbours and the
                    terminators leave only one place for it, so nothing was guessed.

                    A field that was edited without counting again, or an entry with a damaged digit.

                    Write the file anew with `marcato repair`.""");
            case DIRECTORY_TERMINATOR_MISSING -> text("""
                    The directory is not closed by 0x1E. Its end was found by the shape of its entries.

                    A program that writes the directory by hand, or a damaged byte.

                    Look at the first field (usually 001): its beginning was chosen by judgement.""");
            case DATA_WITHOUT_ENTRY -> text("""
                    Between or behind the fields stand data that no entry of the directory points to. What could not be
                    given to a field went to the rejects.

                    A field that was deleted in the directory alone, or an entry that was lost.

                    Run again with --rejects FILE and see whether the data are of worth.""");
            case ENTRY_WITHOUT_DATA -> text("""
                    An entry of the directory points to a place that holds no field: outside the record, or at a field
                    that another entry has. The entry was left out.

                    A field that was deleted in the data alone, an entry left over from a longer record.

                    See whether the record lacks a field of that tag.""");
            case OVERSIZE_RECOVERED -> text("""
                    The record is longer than 99,999 bytes, or a field longer than 9,999. ISO 2709 has no room for such
                    lengths, so those in the record are wrong or cut; the data were recovered from the terminators, which
                    leave only one reading.

                    Long tables of contents, hundreds of holdings embedded in a bibliographic record.

                    Keep such records in a format without limits (MARCXML, JSON). Other programs misread them.""");
            case LINE_BREAKS_REMOVED -> text("""
                    Line breaks stood inside the record at regular distances. The record was read without them.

                    A file that was wrapped at a fixed width by a mail program, a terminal or a mainframe transfer.

                    Look for words that lost a blank where a line ended, and get the file in binary mode.""");
            case DIRECTORY_ORDER_DIFFERS -> text("""
                    The entries of the directory stand in another order than the fields in the data. The standard allows
                    that; the order of the directory was kept.

                    Systems that sort the directory by tag but append new fields at the end of the data.

                    Nothing needs to be done. Programs that take the data in sequence will give fields wrong tags.""");
            case TAG_UNREADABLE -> text("""
                    The three bytes of a tag in the directory cannot be read as a tag. The field was kept under the tag
                    that the message names.

                    A damaged directory, a shifted entry, a tag written in another encoding.

                    Look at the contents of the field and give it its proper tag.""");
            case TAG_INVALID -> text("""
                    A tag must be three ASCII digits or letters. This one holds a blank, a sign or another byte. The
                    field was kept.

                    Local fields of old systems, a template that left the tag empty, a damaged directory.

                    Look at the contents of the field and give it its proper tag; most programs refuse or drop it.""");
            case INDICATORS_MISSING -> text("""
                    Before the first subfield delimiter stand fewer indicators than the record has elsewhere. Blanks are
                    supplied when the field is read; its bytes are kept.

                    A program that writes data fields without indicators, or a value that was pasted over them.

                    Set the indicators by hand where they carry meaning, for example the number of nonfiling characters
                    in 245.""");
            case INDICATOR_UNUSUAL -> text("""
                    An indicator is a letter, a sign or the fill character | instead of a digit or a blank. It was kept.

                    Local practice, another MARC dialect, or a blank that was printed as # or a backslash and typed in.

                    If it is not your practice, replace it by a blank or by the digit that the field's definition
                    lists.""");
            case TEXT_BEFORE_FIRST_DELIMITER -> text("""
                    Between the indicators and the first subfield delimiter stands text that belongs to no subfield. It
                    is kept with the field's bytes, but no subfield shows it.

                    A delimiter that was lost, a third indicator, data without subfields in front of a subfield.

                    Look at the field: usually the text is the beginning of subfield a.""");
            case SUBFIELDS_IN_CONTROL_FIELD -> text("""
                    A field 001-009 holds subfield delimiters. Control fields have neither indicators nor subfields; the
                    whole of it is its value.

                    A wrong tag, or a local use of a control field.

                    Move the data to a data field, or take the delimiters out.""");
            case NO_SUBFIELDS -> text("""
                    A data field holds no subfield delimiter, so nothing in it can be addressed. Its bytes are kept.

                    An empty field left by a template, a control field with a wrong tag, a delimiter lost in transfer.

                    Delete the field if it is empty; else put the delimiter and the code in.""");
            case SUBFIELD_CODE_MISSING -> text("""
                    A subfield delimiter is the last byte of a field, or is followed at once by another one. The
                    subfield has neither code nor value.

                    A subfield that was added in an editor and never filled, or a delimiter too many.

                    Delete the delimiter. Other programs read the next delimiter as a code, or fail.""");
            case SUBFIELD_CODE_INVALID -> text("""
                    The byte after a subfield delimiter is a control character, or part of a character outside ASCII.
                    Such a code cannot be addressed by most programs.

                    A delimiter that stands in front of text, damaged data, or a letter of another script that looks like
                    a Latin one.

                    Look at the text that follows: usually the true code is missing, or stands one place further.""");
            case SUBFIELD_CODE_UNUSUAL -> text("""
                    A subfield code is an uppercase letter, a sign or a blank. The standard asks for a lowercase letter or
                    a digit. It was kept as it is.

                    Local subfields of a system, or a word whose first letter became a code because the code was lost.

                    If it is not your system's practice, look at the value: "The city" under code T is a lost code.""");
            case SUBFIELD_EMPTY -> text("""
                    A subfield has a code and no value. It was kept.

                    Templates and input forms that write every subfield, filled or not.

                    Nothing needs to be done; delete such subfields if a system shows them as stray punctuation.""");
            case SEPARATOR_IN_FIELD -> text("""
                    The byte 0x1E stands inside a field, while the directory is right about where the field ends. It was
                    kept as part of the value.

                    A value pasted from another record, or a program that joins repeated values with it.

                    Replace the byte or divide the field. Programs that look for 0x1E end the field there.""");
            case CONTROL_NUMBER_MISSING -> text("""
                    The record has no field 001, or an empty one. Messages can name it only by its number and offset.

                    Records that have never been loaded into a catalogue, or a system that keeps its numbers elsewhere.

                    Nothing needs to be done to read it. Most systems need a control number to update a record.""");
            case CONTROL_NUMBER_REPEATED -> text("""
                    The record has more than one field 001. The first one counts as its control number.

                    Two records merged, or a number of another system kept under the wrong tag.

                    Keep one 001 and move the others to 035.""");
            case CONTROL_NUMBER_SEEN_BEFORE -> text("""
                    An earlier record in the same run has the same 001. Both are delivered.

                    The same record exported twice, an update that follows its original, files that overlap.

                    Compare the two: a system that loads the file keeps the later one, or refuses it.""");
            case BYTE_UNDECODABLE -> text("""
                    These bytes are no text in the record's encoding. They are kept in the record and shown as U+FFFD.

                    Text in another encoding (Windows-1252, ISO 8859-1, MARC-8) put into a UTF-8 record, or bytes
                    damaged in transfer.

                    Find out what the source's encoding is. A single byte such as E9 in the middle of a word is usually
                    an accented letter in Latin-1; a combination such as E2 before a vowel is MARC-8.""");
            case CHARACTER_CUT -> text("""
                    A character of several bytes is cut off by the end of a subfield or a field: the rest of its bytes is
                    not there.

                    A program that shortens text to a number of bytes, or a field length that counts characters.

                    The end of the value is lost. Compare it with the source, and look for other values of the same
                    length.""");
            case ENCODING_CONTRADICTED -> text("""
                    The record declares one encoding (in MARC 21 by leader/09, in UNIMARC by field 100) and its text is
                    in another. The text decides how the record is read; the declaration is kept.

                    A conversion to UTF-8 that forgot the leader, or a leader set to "a" while the text stayed MARC-8.

                    Correct the declaration. Other programs believe it and show wrong letters, or convert the text a
                    second time.""");
            case UTF8_ENCODED_TWICE -> text("""
                    Text that was UTF-8 already was taken for Latin-1 or Windows-1252 and turned into UTF-8 again. An
                    accented letter shows as two signs.

                    A conversion that ran twice, or one that was told the wrong encoding of its input.

                    Nothing is undone unless you ask: 'marcato convert --fix-double-utf8' brings such fields back, and
                    names each. Look at a few records first: if all such signs make sense when read back, the whole file
                    went through the same conversion.""");
            case ESCAPE_NOT_CLOSED -> text("""
                    A MARC-8 escape sequence switches to another script. Here it is incomplete, unknown, or the value
                    ends without the switch back to Latin.

                    Text that was cut to a length, or a program that does not know the rule that every value begins in
                    Latin.

                    Look at the value's end, and at the subfield that follows: careless programs go on in the other
                    script there, which is read as Latin.""");
            case CONTROL_CHARACTER -> text("""
                    The text holds a control character (a tab, a line break, NUL or the like). It was kept.

                    Text pasted from a web page, a spreadsheet or a PDF; in MARC-8 data also a byte that became a control
                    character in a conversion.

                    Replace line breaks and tabs by blanks and delete the others. XML cannot carry most of them.""");
            case DELIMITER_AS_TEXT -> text("""
                    A subfield delimiter or a terminator is written as readable signs (#29; #30; #31; or the symbols
                    U+241D to U+241F), which are no delimiters to any program. They were kept as text.

                    Records copied from a screen or a debugging tool, or an export that escapes control characters.

                    See whether the field holds further subfields in this disguise, and put the true delimiters in.""");
            case REPLACEMENT_CHARACTER -> text("""
                    The text holds U+FFFD, which a program puts where it could not read a character. What stood there was
                    lost before this file was written.

                    An earlier conversion from a wrongly declared encoding.

                    The letters cannot be had back from this file; get the records from before that conversion.""");
            case CHARACTER_REFERENCE -> text("""
                    A character is written as a numeric reference such as &#x4E00; while the record is in UTF-8 and could
                    hold the character itself.

                    MARC-8 data, where this is the rule for characters that MARC-8 lacks, converted to UTF-8 without
                    resolving them; or text taken from HTML.

                    Convert the references to characters; searching and sorting do not see through them.""");
            case RECORD_TOO_LARGE -> text("""
                    The record, or one of its fields, is larger than ISO 2709 can express (99,999 bytes a record, 9,999 a
                    field). Nothing of it was written.

                    Long tables of contents, hundreds of holdings embedded in a bibliographic record, text converted to
                    an encoding that needs more bytes.

                    Write a format without limits (MARCXML, JSON), divide the field, or choose the policy `overflow` if
                    the receiver can read such records.""");
            case RECORD_NOT_REPRESENTABLE -> text("""
                    Something in the record has no form in the output format: a delimiter inside a value, a tag that is
                    not three characters, a subfield code of two bytes. The record was not written; nothing was put in
                    its place.

                    Damage in the input that reading kept as it was.

                    Look at the record with `marcato print`, mend the field, or write another format: ISO 2709 and the
                    table formats hold nearly everything.""");
            case SCHEMA_DEPARTURE -> text("""
                    The record was written as it is, well-formed, but the schema of the output format (for MARCXML,
                    MARC21slim) has narrower rules for a tag, an indicator, a subfield code or the leader.

                    Unusual codes, local tags, a leader with characters that no leader may hold.

                    A program that validates will refuse the record; one that only reads will not. `marcato check` shows
                    all such places.""");
            case CHARACTER_AS_REFERENCE -> text("""
                    The encoding that is written lacks this character. It was written as a numeric character reference
                    such as &#x4E00;, from which it can be had back.

                    Text that was entered in Unicode and is written as MARC-8, whose repertoire is closed.

                    Write UTF-8 unless the receiver needs MARC-8; or choose what happens with --unencodable.""");
            case CHARACTER_LOST -> text("""
                    A character or a byte of the input is not in the output: the byte stands for nothing in the record's
                    encoding, or the output has no form for the character and the policy asked for a substitute.

                    An encoding that is not what the record says, bytes damaged on the way, control characters in text
                    that is written as XML.

                    Look at the place in the input. If the encoding was taken wrongly, name the right one with
                    --encoding.""");
            case MARKUP_BROKEN -> text("""
                    The text of this record does not follow the rules of its format (XML, JSON, a line format), in a way
                    that leaves no certain reading. Its bytes went to the rejects; reading went on with the next record.

                    An export that was cut off, text put together with string functions, an editor that changed quotes.

                    The message says where, by line and column. Mend the place, or ask for the record again.""");
            case MARKUP_REPAIRED -> text("""
                    The text departs from the rules of its format in a way that can be read in only one way, such as a
                    bare & in XML, or in JSON a comma that is missing between two records. It was read so.

                    Text that was put into a template without escaping it, files that were put together by hand. Where
                    an array or a collection does not end: an export that was cut off between two records.

                    Nothing that is there is lost. Other programs will refuse the file: `marcato convert` writes a right
                    one. Where the end is missing, ask whether records are, too.""");
            case CHARACTER_FORBIDDEN -> text("""
                    The text holds a character that its format forbids, such as a control character in XML. That
                    character was left out, the rest of the record was read.

                    Control characters in the catalogue from which the file was exported.

                    Look at the place. The record counts as repaired.""");
            case RECORD_DELETED -> text("""
                    The source says that this record was deleted, and gives no content: there is nothing to deliver.

                    Harvests by OAI-PMH, where the header of a deleted record is all that there is.

                    Delete the record in your own catalogue, if it follows that source.""");
            case CONTENT_PASSED_OVER -> text("""
                    Inside a record stands something that a MARC record has no place for. It is not in what was
                    delivered; the rest of the record is.

                    Extensions of a format, notes of an exporting program, a misspelt element or member name.

                    Look at the place. If it is data, ask the source for a plain export.""");
            case LEADER_INCOMPLETE -> text("""
                    The record has no leader, or one that is not 24 characters long. It was filled up with blanks, or cut
                    to 24.

                    Blanks that were trimmed on the way, since a leader often holds some at its end; records made by
                    hand.

                    Check the positions that matter to you: type, level, encoding level.""");
            case VALUE_NOT_REPRESENTABLE -> text("""
                    The input holds a value that no MARC record can hold: a field or subfield delimiter inside a value, a
                    tag that is not three bytes, a subfield code that is not one.

                    Damage that was carried from another format, or data that never was MARC.

                    The message says where. The bytes of the record went to the rejects.""");
            case EXPANSION_LIMIT_REACHED -> text("""
                    The compressed data grow out of all proportion. Reading this input ended there, before memory or disk
                    fill up.

                    A file that was made to do harm, or one of nothing but zeros.

                    If the file is right, unpack it yourself and read what comes out.""");
        };
    }

    /** Three paragraphs: meaning, typical cause, advice. */
    private static Explanation text(String paragraphs) {
        String[] parts = paragraphs.split("\n\n");
        return new Explanation(flow(parts[0]), flow(parts[1]), flow(parts[2]));
    }

    private static String flow(String paragraph) {
        return paragraph.replace('\n', ' ').strip();
    }
}
