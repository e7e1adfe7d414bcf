// SPDX-License-Identifier: Apache-2.0
/**
 * One pass over any number of inputs on any number of threads. A {@code UnitFeed} hands out {@code Part}s of proven
 * ownership; workers cut them and work on their records; a {@code Sequencer} takes what they leave in input order.
 */
@NullMarked
package dev.marcato.internal.parallel;

import org.jspecify.annotations.NullMarked;
