// SPDX-License-Identifier: Apache-2.0
/**
 * ISO 2709: where records start ({@link dev.marcato.internal.iso2709.RecordStart}), whether one is clean ({@link
 * dev.marcato.internal.iso2709.CleanRecord}), and what can be read out of the rest ({@link
 * dev.marcato.internal.iso2709.Salvage}).
 */
@NullMarked
package dev.marcato.internal.iso2709;

import org.jspecify.annotations.NullMarked;
