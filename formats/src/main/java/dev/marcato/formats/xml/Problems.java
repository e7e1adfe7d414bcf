// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.Finding;
import java.util.ArrayList;
import java.util.List;

/** What was found in a record, in order, as many as are kept. */
final class Problems {
    private final int most;
    private final List<Finding> findings = new ArrayList<>();
    private Places places = position -> position;
    private int over;
    private int tag = -1;
    private int fieldNumber;

    /** @param most so many are kept */
    Problems(int most) {
        this.most = most;
    }

    /** Forgets all, and begins with the next text. */
    void begin(Places newPlaces) {
        places = newPlaces;
        findings.clear();
        over = 0;
        leaveField();
    }

    /** What is found from now on is in a field. */
    void enterField(int packedTag, int number) {
        tag = packedTag;
        fieldNumber = number;
    }

    /** What is found from now on is in no field. */
    void leaveField() {
        tag = -1;
        fieldNumber = 0;
    }

    private String tagText() {
        return tag < 0 ? "" : "" + (char) (tag >> 16 & 0xFF) + (char) (tag >> 8 & 0xFF) + (char) (tag & 0xFF);
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    void add(DiagnosticCode code, int position, String found, String expected, String action) {
        if (findings.size() < most) {
            findings.add(new Finding(code, places.offset(position), tagText(), fieldNumber, found, expected, action));
        } else {
            over++;
        }
    }

    void add(BrokenMarkup broken) {
        add(DiagnosticCode.MARKUP_BROKEN, broken.position, broken.found, broken.expected, "the record was rejected");
    }

    /** The findings, and how many more there were. */
    List<Finding> all() {
        if (over > 0) {
            Finding last = findings.get(findings.size() - 1);
            findings.add(Finding.at(last.byteOffset(), DiagnosticCode.MORE_DIAGNOSTICS, over + " more", "", ""));
            over = 0;
        }
        return List.copyOf(findings);
    }
}
