// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

/** The operation behind a {@link Fault}. */
@FunctionalInterface
interface Damaging {
    Damage apply(TestRecord record, Dice dice);
}
