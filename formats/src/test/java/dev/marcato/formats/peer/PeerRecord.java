// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.peer;

import dev.marcato.ControlField;
import dev.marcato.DataField;
import dev.marcato.Field;
import dev.marcato.MarcRecord;
import dev.marcato.Subfield;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A record as a peer and we can compare it.
 *
 * @param leader 24 characters
 * @param fields tag, a blank, and the value, where each subfield begins with {@link #DELIMITER} and its code
 */
record PeerRecord(String leader, List<String> fields) {
    static final char DELIMITER = '\u001F';

    static List<PeerRecord> of(List<MarcRecord> records) {
        return records.stream().map(PeerRecord::of).toList();
    }

    static PeerRecord of(MarcRecord record) {
        List<String> fields = new ArrayList<>();
        for (Field field : record) {
            StringBuilder line = new StringBuilder(field.tag()).append(' ');
            if (field instanceof ControlField control) {
                line.append(control.value());
            } else if (field instanceof DataField data) {
                line.append(data.indicator1()).append(data.indicator2());
                for (Subfield subfield : data) {
                    line.append(DELIMITER).append(subfield.code()).append(subfield.value());
                }
            }
            fields.add(line.toString());
        }
        return new PeerRecord(record.leader().toString(), fields);
    }

    /** Zeros for the lengths, which depend on the bytes that a record is written in. */
    PeerRecord withoutLengths() {
        return new PeerRecord("00000" + leader.substring(5, 12) + "00000" + leader.substring(17), fields);
    }

    /** With another leader/09: {@code a} for Unicode, blank for MARC-8. */
    PeerRecord coded(char codingScheme) {
        return new PeerRecord(leader.substring(0, 9) + codingScheme + leader.substring(10), fields);
    }

    /** In NFC. */
    PeerRecord composed() {
        return with(line -> Normalizer.normalize(line, Normalizer.Form.NFC));
    }

    /** With each field changed. */
    PeerRecord with(UnaryOperator<String> change) {
        return new PeerRecord(leader, fields.stream().map(change).toList());
    }
}
