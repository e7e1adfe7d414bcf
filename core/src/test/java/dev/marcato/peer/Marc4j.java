// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.marc4j.MarcPermissiveStreamReader;
import org.marc4j.marc.ControlField;
import org.marc4j.marc.DataField;
import org.marc4j.marc.Record;
import org.marc4j.marc.Subfield;

/**
 * marc4j's permissive reader, without conversion of characters. After an exception it is asked for more, as its users do;
 * it then goes on at the next digit.
 */
final class Marc4j implements Peer {
    private static final String FACTORY = "org.marc4j.marc.MarcFactory";

    /**
     * What marc4j makes of a file.
     *
     * @param failures the exceptions it threw, of any kind
     */
    record Outcome(List<List<PeerField>> records, List<RuntimeException> failures) {}

    @Override
    public List<List<PeerField>> read(byte[] file) {
        return outcome(file).records();
    }

    Outcome outcome(byte[] file) {
        MarcPermissiveStreamReader reader = open(file);
        List<List<PeerField>> records = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        while (failures.size() <= file.length && reader.hasNext()) {
            try {
                records.add(fields(reader.next()));
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        return new Outcome(records, failures);
    }

    /** marc4j asks for its factory in a system property, once for each reader. */
    private static synchronized MarcPermissiveStreamReader open(byte[] file) {
        String before = System.setProperty(FACTORY, Latin1MarcFactory.class.getName());
        try {
            return new MarcPermissiveStreamReader(new ByteArrayInputStream(file), true, false);
        } finally {
            if (before == null) {
                System.clearProperty(FACTORY);
            } else {
                System.setProperty(FACTORY, before);
            }
        }
    }

    private static List<PeerField> fields(Record record) {
        List<PeerField> fields = new ArrayList<>();
        for (ControlField field : record.getControlFields()) {
            fields.add(new PeerField(field.getTag(), field.getData()));
        }
        for (DataField field : record.getDataFields()) {
            StringBuilder content = new StringBuilder();
            content.append(field.getIndicator1()).append(field.getIndicator2());
            for (Subfield subfield : field.getSubfields()) {
                content.append('\u001F').append(subfield.getCode()).append(subfield.getData());
            }
            fields.add(new PeerField(field.getTag(), content.toString()));
        }
        return fields;
    }
}
