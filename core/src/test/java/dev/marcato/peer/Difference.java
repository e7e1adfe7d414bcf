// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.peer.Comparison.Missing;
import dev.marcato.testkit.DamagedFile;
import dev.marcato.testkit.Expectation;
import dev.marcato.testkit.TestRecord;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why we do not deliver a field that another program delivers. No reason is believed: each is shown to hold for the very
 * field.
 */
enum Difference {
    /**
     * The field went into no record of this file: the other program invents it, or cuts it at the wrong place. Where
     * nobody knows what went into a file: its bytes stand nowhere between two field terminators.
     */
    NOT_IN_ANY_RECORD,

    /**
     * A byte of the tag came in or was lost, and which one cannot be told. The other program takes three bytes that stand
     * there; we say so and reject the data.
     */
    TAG_GUESSED,

    /** The other program leaves a record terminator in the text, where no writer can put it; we take it out. */
    RECORD_TERMINATOR_KEPT,

    /**
     * The field is a part of one that we deliver: it goes on behind what the other program takes for its end, or begins
     * before a field terminator that its length counts.
     */
    PART_OF_FIELD,

    /** A field of a record that was cut off. The other program delivers the part of it, we reject what is left. */
    PART_OF_RECORD,

    /** None of these: a field that we lost. */
    UNEXPLAINED;

    private static final char FIELD_TERMINATOR = 0x1E;

    /** The differences of one generated file, each kind with the fields it is about. */
    static SortedMap<Difference, Set<Missing>> of(Peer peer, DamagedFile file) {
        byte[] bytes = file.bytes();
        Comparison comparison = Comparison.of(peer, bytes);
        if (comparison.missing().isEmpty()) {
            return new TreeMap<>();
        }
        Set<PeerField> truth = truth(peer, file);
        return grouped(
                comparison,
                missing -> kind(
                        comparison,
                        missing,
                        truth::contains,
                        field -> file.parts().stream().anyMatch(part -> cutOff(part, field))));
    }

    /** The differences of a file of which nothing is known but its bytes. */
    static SortedMap<Difference, Set<Missing>> of(Comparison comparison, byte[] file) {
        String text = new String(file, ISO_8859_1);
        return grouped(
                comparison,
                missing -> kind(
                        comparison,
                        missing,
                        field -> text.contains(FIELD_TERMINATOR + field.content() + FIELD_TERMINATOR),
                        field -> false));
    }

    private static SortedMap<Difference, Set<Missing>> grouped(
            Comparison comparison, Function<Missing, Difference> kind) {
        return comparison.missing().stream().collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.toSet()));
    }

    private static Difference kind(
            Comparison comparison, Missing missing, Predicate<PeerField> truth, Predicate<PeerField> cutOff) {
        PeerField field = missing.field();
        if (field.content().indexOf('\u001D') >= 0 && comparison.delivers(missing.like(), field.without('\u001D'))) {
            return RECORD_TERMINATOR_KEPT;
        }
        if (!truth.test(field)) {
            return NOT_IN_ANY_RECORD;
        }
        if (comparison.deliversLonger(missing.like(), field)) {
            return PART_OF_FIELD;
        }
        String rejects = new String(comparison.ours().rejects(), ISO_8859_1);
        if (!rejects.contains(field.content())) {
            return UNEXPLAINED;
        }
        if (cutOff.test(field)) {
            return PART_OF_RECORD;
        }
        return comparison.ours().diagnostics().stream().anyMatch(each -> aboutTag(each, missing))
                ? TAG_GUESSED
                : UNEXPLAINED;
    }

    private static boolean cutOff(DamagedFile.Part part, PeerField field) {
        return part.expectation().delivery() == Expectation.Delivery.NEVER
                && part.original().fields().stream().map(PeerField::of).anyMatch(field::equals);
    }

    private static boolean aboutTag(Diagnostic diagnostic, Missing missing) {
        return diagnostic.code() == DiagnosticCode.TAG_UNREADABLE
                && diagnostic.location().recordNumber() == missing.like() + 1;
    }

    /** Every field that went into the file, before the damage and as it must come out of it. */
    private static Set<PeerField> truth(Peer peer, DamagedFile file) {
        Set<PeerField> fields = file.parts().stream()
                .flatMap(part -> Stream.of(part.original(), part.expectation().reading()))
                .map(TestRecord::fields)
                .flatMap(Collection::stream)
                .map(PeerField::of)
                .collect(Collectors.toCollection(HashSet::new));
        fields.addAll(peer.shown(fields.stream().toList()));
        return fields;
    }
}
