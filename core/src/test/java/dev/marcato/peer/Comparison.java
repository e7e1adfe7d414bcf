// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import dev.marcato.Field;
import dev.marcato.MarcRecord;
import dev.marcato.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two readings of one file, field by field: what another program delivers and we do not. Fields are equal if their bytes
 * are, or if ours, read by the other program alone in a clean record, is shown as that field: what it drops or rewrites
 * inside any field is no difference of the reading.
 */
final class Comparison {
    private final Reading ours;
    private final List<List<PeerField>> ourFields = new ArrayList<>();
    /** Asked for where a field is not found as it is: it costs the other program a record for every field. */
    private final Map<Integer, List<PeerField>> ourFieldsShown = new HashMap<>();

    private final Peer peer;
    private final List<List<PeerField>> theirs;
    private final List<Missing> missing = new ArrayList<>();

    /**
     * A field that the other program delivers and we do not.
     *
     * @param record 0-based number of the other program's record
     * @param like 0-based number of our record that has most in common with it, -1 if we deliver none
     */
    record Missing(int record, int like, PeerField field) {}

    private Comparison(Peer peer, byte[] file) {
        this.peer = peer;
        ours = Reading.of(file);
        for (MarcRecord record : ours.records()) {
            List<PeerField> fields = new ArrayList<>();
            for (Field field : record) {
                fields.add(PeerField.of(field));
            }
            ourFields.add(fields);
        }
        theirs = peer.read(file);
        compare();
    }

    static Comparison of(Peer peer, byte[] file) {
        return new Comparison(peer, file);
    }

    Reading ours() {
        return ours;
    }

    int fieldsOfOurs() {
        return ourFields.stream().mapToInt(List::size).sum();
    }

    List<List<PeerField>> theirs() {
        return theirs;
    }

    int fieldsOfTheirs() {
        return theirs.stream().mapToInt(List::size).sum();
    }

    /** In the order in which the other program delivers them. */
    List<Missing> missing() {
        return missing;
    }

    /** Whether one of our records has this field, or one that the other program shows like it. */
    boolean delivers(int ourRecord, PeerField field) {
        return ourRecord >= 0
                && (ourFields.get(ourRecord).contains(field) || shown(ourRecord).contains(field));
    }

    /** Whether one of our records has a field with this tag that begins like this one, or ends so behind a terminator. */
    boolean deliversLonger(int ourRecord, PeerField field) {
        return ourRecord >= 0
                && ourFields.get(ourRecord).stream()
                        .filter(each -> each.tag().equals(field.tag()))
                        .map(PeerField::content)
                        .anyMatch(
                                each -> each.startsWith(field.content()) || each.endsWith('\u001E' + field.content()));
    }

    private void compare() {
        int from = 0;
        for (int i = 0; i < theirs.size(); i++) {
            int like = mostAlike(theirs.get(i), from);
            for (PeerField field : notFound(theirs.get(i), like)) {
                missing.add(new Missing(i, like, field));
            }
            // The other program may have made two records of one of ours.
            from = Math.max(from, like);
        }
    }

    private int mostAlike(List<PeerField> fields, int from) {
        int like = -1;
        int fewest = fields.size();
        for (int j = from; j < ourFields.size() && (fewest > 0 || like < 0); j++) {
            int lacking = without(fields, ourFields.get(j)).size();
            if (lacking < fewest || fields.isEmpty()) {
                fewest = lacking;
                like = j;
            }
        }
        for (int j = from; j < ourFields.size() && like < 0; j++) {
            like = notFound(fields, j).size() < fields.size() ? j : -1;
        }
        return like;
    }

    /** The fields that our record has not, or not as often. */
    private List<PeerField> notFound(List<PeerField> fields, int ourRecord) {
        if (ourRecord < 0) {
            return fields;
        }
        List<PeerField> different = without(fields, ourFields.get(ourRecord));
        if (different.isEmpty()) {
            return different;
        }
        List<PeerField> shown = new ArrayList<>(shown(ourRecord));
        for (PeerField equal : without(fields, different)) {
            int place = ourFields.get(ourRecord).indexOf(equal);
            shown.remove(shown(ourRecord).get(place));
        }
        return without(different, shown);
    }

    private List<PeerField> shown(int ourRecord) {
        return ourFieldsShown.computeIfAbsent(ourRecord, each -> peer.shown(ourFields.get(each)));
    }

    /** What is left of some fields when those of a list are taken away, each as often as it is there. */
    private static List<PeerField> without(List<PeerField> fields, List<PeerField> taken) {
        Map<PeerField, Integer> left = new HashMap<>();
        taken.forEach(field -> left.merge(field, 1, Integer::sum));
        List<PeerField> rest = new ArrayList<>();
        for (PeerField field : fields) {
            if (left.merge(field, -1, Integer::sum) < 0) {
                rest.add(field);
            }
        }
        return rest;
    }
}
