// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.FIELD_TERMINATOR;
import static dev.marcato.internal.iso2709.Bytes.LARGEST_FIELD;
import static dev.marcato.internal.iso2709.Bytes.LARGEST_RECORD;
import static dev.marcato.internal.iso2709.Bytes.START_MODULUS;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.internal.SafeText;
import dev.marcato.internal.iso2709.DamagedRecord.Reading;
import dev.marcato.io.Finding;
import dev.marcato.io.Piece.Extent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says what was wrong with a record that was read, and what was done: the places in input order. */
final class RepairFindings {
    private final byte[] b;
    private final int start;
    private final long base;
    private final Reading reading;
    private final RepairedRecord repaired;
    private final int[] fieldNumbers;
    private final List<Finding> findings = new ArrayList<>();
    private final Lengths lengths;

    /** Whether leader and directory agree with each other against the data, so that what is wrong in both is one fault. */
    private enum Lengths {
        AGREE,
        IN_CHARACTERS,
        DIFFER
    }

    private RepairFindings(byte[] b, int start, long base, Reading reading, RepairedRecord repaired) {
        this.b = b;
        this.start = start;
        this.base = base;
        this.reading = reading;
        this.repaired = repaired;
        this.fieldNumbers = new int[reading.directory().count()];
        int number = 0;
        for (int i = 0; i < fieldNumbers.length; i++) {
            fieldNumbers[i] = repaired.tag(i) < 0 ? 0 : ++number;
        }
        this.lengths = lengths();
    }

    private Lengths lengths() {
        int sum = reading.leader().baseAddress() + 1;
        boolean characters = false;
        for (int i = 0; i < reading.directory().count(); i++) {
            if (reading.directory().length(i) <= 0 || repaired.tag(i) < 0) {
                return Lengths.DIFFER;
            }
            sum += reading.directory().length(i);
            characters |= reading.alignment().countsCharacters(i);
        }
        if (sum != reading.leader().recordLength()) {
            return Lengths.DIFFER;
        }
        if (characters) {
            return Lengths.IN_CHARACTERS;
        }
        // Where the record has that length too, nothing is wrong in both: each wrong entry is a fault of its own.
        return sum == reading.end() - start ? Lengths.DIFFER : Lengths.AGREE;
    }

    private int rejectedBytes() {
        int bytes = 0;
        for (Extent extent : repaired.rejects()) {
            bytes += extent.length();
        }
        return bytes;
    }

    /** The fields whose length is wrong in the same way as the record's. */
    private String alsoWrong() {
        if (lengths != Lengths.AGREE) {
            return "";
        }
        StringBuilder tags = new StringBuilder();
        for (int i = 0; i < reading.directory().count(); i++) {
            if (reading.alignment().numberWrong(i)) {
                tags.append(tags.isEmpty() ? ", as in the directory that of field " : ", ")
                        .append(tagText(i));
            }
        }
        return tags.toString();
    }

    static List<Finding> of(byte[] b, int start, long base, Reading reading, RepairedRecord repaired) {
        RepairFindings all = new RepairFindings(b, start, base, reading, repaired);
        all.leader();
        all.directory();
        all.entries();
        all.data();
        all.findings.sort(Comparator.comparingLong(Finding::byteOffset));
        return all.findings;
    }

    private void leader() {
        LeaderReading leader = reading.leader();
        leader.findings(b, start, base + start, findings);
        int length = reading.end() - start;
        int largest = length - rejectedBytes();
        if (largest > LARGEST_RECORD) {
            add(start, DiagnosticCode.OVERSIZE_RECOVERED, "the record has " + largest + " bytes", "at most 99999", "");
        } else if (leader.recordLength() != length && reading.terminated() && lengths != Lengths.IN_CHARACTERS) {
            add(
                    start,
                    DiagnosticCode.RECORD_LENGTH_WRONG,
                    "leader length is \"" + SafeText.ofBytes(b, start, start + 5, 16) + "\"" + alsoWrong(),
                    "the record has " + length + " bytes",
                    "read to its terminator");
        }
        int baseAddress = reading.data().from() - start;
        if (leader.baseAddress() != baseAddress) {
            int at = Math.min(start + 12, reading.end() - 5);
            add(
                    at,
                    DiagnosticCode.BASE_ADDRESS_WRONG,
                    "base address of data is \"" + SafeText.ofBytes(b, at, at + 5, 16) + "\"",
                    "the data begin at " + baseAddress,
                    "");
        }
    }

    private void directory() {
        Directory directory = reading.directory();
        if (!reading.directoryTerminated()) {
            add(reading.directoryEnd(), DiagnosticCode.DIRECTORY_TERMINATOR_MISSING, "", "", "ended by its last entry");
        }
        if (directory.damaged()) {
            add(
                    start + reading.leader().size(),
                    DiagnosticCode.DIRECTORY_REBUILT,
                    "directory has "
                            + (reading.directoryEnd() - start - reading.leader().size()) + " bytes",
                    "a multiple of 12, in entries of 12",
                    "read as " + directory.count() + " entries");
        } else if (!directory.regular()) {
            add(
                    start + reading.leader().size(),
                    DiagnosticCode.OVERSIZE_RECOVERED,
                    "directory has entries of more than 12 bytes",
                    "",
                    "read with longer lengths and starts");
        }
    }

    private void entries() {
        int inCharacters = 0;
        int startsWrong = 0;
        int before = findings.size();
        for (int i = 0; i < reading.directory().count(); i++) {
            Alignment alignment = reading.alignment();
            int from = alignment.from(i);
            if (from < 0) {
                addField(i, DiagnosticCode.ENTRY_WITHOUT_DATA, entry(i), "", "left out");
                continue;
            }
            int length = alignment.to(i) - from + 1;
            if (repaired.tag(i) < 0) {
                addField(i, DiagnosticCode.TAG_UNREADABLE, entry(i), "", length + " bytes of data went to the rejects");
                continue;
            }
            int written = reading.directory().length(i);
            boolean startWrong = startWrong(i, from);
            startsWrong += startWrong ? 1 : 0;
            if (alignment.countsCharacters(i)) {
                inCharacters++;
            } else if (length > LARGEST_FIELD && written != length) {
                addField(i, DiagnosticCode.OVERSIZE_RECOVERED, "field has " + length + " bytes", "at most 9999", "");
            } else if (lengths != Lengths.AGREE && alignment.numberWrong(i) || written <= 0 || holdsBlank(i)) {
                addField(
                        i,
                        DiagnosticCode.DIRECTORY_ENTRY_WRONG,
                        entry(i),
                        "the field has " + length + " bytes",
                        "read from terminator to terminator");
            }
        }
        if (inCharacters > 0) {
            add(
                    start + reading.leader().size(),
                    DiagnosticCode.LENGTHS_COUNT_CHARACTERS,
                    "the length of " + inCharacters + (inCharacters == 1 ? " field counts" : " fields counts")
                            + " characters",
                    "they should count bytes",
                    "read from terminator to terminator");
        } else if (startsWrong > 0 && findings.size() == before && !lengthsExplainStarts()) {
            add(
                    start + reading.leader().size(),
                    DiagnosticCode.DIRECTORY_ENTRY_WRONG,
                    startsWrong + " starting positions are wrong",
                    "",
                    "read by terminators");
        }
    }

    /** Whether starts are wrong only because lengths before them are, which is said already. */
    private boolean lengthsExplainStarts() {
        if (lengths == Lengths.DIFFER) {
            return false;
        }
        for (int i = 0; i < reading.directory().count(); i++) {
            if (reading.alignment().numberWrong(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number of an entry is written with blanks, which are read as zeros. */
    private boolean holdsBlank(int entry) {
        int p = reading.directory().position(entry);
        return Bytes.indexOf(b, (byte) ' ', p + 3, p + reading.directory().size(entry)) >= 0;
    }

    private boolean startWrong(int entry, int from) {
        int written = reading.directory().start(entry);
        return (from - reading.data().from()) % START_MODULUS != written % START_MODULUS;
    }

    private void data() {
        FieldData data = reading.data();
        for (int part = 0; part < data.count(); part++) {
            if (!reading.alignment().partUsed(part)) {
                boolean empty = data.length(part) == 1;
                int bytes = Math.min(data.to(), data.start(part) + data.length(part)) - data.start(part);
                add(
                        data.start(part),
                        empty ? DiagnosticCode.FIELD_TERMINATOR_EMBEDDED : DiagnosticCode.DATA_WITHOUT_ENTRY,
                        empty
                                ? "a field terminator too many"
                                : bytes + (bytes == 1 ? " byte" : " bytes") + " without an entry",
                        "",
                        "went to the rejects");
            }
        }
        for (int position : repaired.separators()) {
            boolean field = b[position] == FIELD_TERMINATOR;
            add(
                    position,
                    field ? DiagnosticCode.FIELD_TERMINATOR_EMBEDDED : DiagnosticCode.RECORD_TERMINATOR_EMBEDDED,
                    "",
                    "",
                    "taken out of the field, went to the rejects");
        }
        if (reading.alignment().shared() > 0) {
            for (int i = 0; i < reading.directory().count(); i++) {
                int to = reading.alignment().to(i);
                if (to >= 0 && to < data.to() && b[to] != FIELD_TERMINATOR) {
                    addMissingTerminator(i, to);
                }
            }
        }
        int last = data.count() - 1;
        if (last >= 0 && !data.lastTerminated() && reading.alignment().partUsed(last)) {
            add(data.to(), DiagnosticCode.FIELD_TERMINATOR_MISSING, "", "", "the field ends with the record");
        }
        if (!reading.terminated()) {
            add(reading.end() - 1, DiagnosticCode.RECORD_TERMINATOR_MISSING, "", "", "the record ends here");
        }
    }

    private void addMissingTerminator(int entry, int position) {
        findings.add(new Finding(
                DiagnosticCode.FIELD_TERMINATOR_MISSING,
                base + position,
                tagText(entry),
                fieldNumbers[entry],
                "",
                "",
                "the field ends where its entry says"));
    }

    private void add(int position, DiagnosticCode code, String found, String expected, String action) {
        findings.add(Finding.at(base + position, code, found, expected, action));
    }

    private void addField(int entry, DiagnosticCode code, String found, String expected, String action) {
        findings.add(new Finding(
                code,
                base + reading.directory().position(entry),
                tagText(entry),
                fieldNumbers[entry],
                found,
                expected,
                action));
    }

    private String entry(int entry) {
        int p = reading.directory().position(entry);
        return "directory entry is \"" + SafeText.ofBytes(b, p, Math.min(p + 12, reading.directoryEnd()), 48) + "\"";
    }

    private String tagText(int entry) {
        int tag = repaired.tag(entry);
        return tag < 0 ? "" : "" + (char) (tag >> 16) + (char) (tag >> 8 & 0xFF) + (char) (tag & 0xFF);
    }
}
