// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

/** A change to the content of one field. */
@FunctionalInterface
interface FieldEdit {
    Edited apply(TestRecord record, Dice dice);

    /**
     * The record after the change.
     *
     * @param index of the changed field
     */
    record Edited(TestRecord record, int index) {}
}
