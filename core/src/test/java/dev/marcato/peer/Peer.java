// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Another program that reads ISO 2709, made to show bytes as they are. */
interface Peer {
    /** The fields of each record that it delivers, in its order. Failures are part of how it reads, and passed over. */
    List<List<PeerField>> read(byte[] file);

    /**
     * How it shows fields that are known: what it drops or rewrites inside a field, wherever that field stands. Each is
     * read alone, in a clean record of its own.
     *
     * @return for each field what the other program makes of it; the field itself where that is not one field
     */
    default List<PeerField> shown(List<PeerField> fields) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        fields.forEach(field -> file.writeBytes(alone(field)));
        List<List<PeerField>> records = read(file.toByteArray());
        if (records.size() != fields.size()) {
            return fields;
        }
        List<PeerField> shown = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            shown.add(records.get(i).size() == 1 ? records.get(i).get(0) : fields.get(i));
        }
        return shown;
    }

    private static byte[] alone(PeerField field) {
        int length = Math.min(9999, field.content().length() + 1);
        String head = String.format("%05dnam  2200037   4500%s%04d00000\u001E", 38 + length, field.tag(), length);
        String content = field.content().substring(0, length - 1);
        return (head + content + "\u001E\u001D").getBytes(ISO_8859_1);
    }
}
