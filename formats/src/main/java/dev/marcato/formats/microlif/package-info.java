// SPDX-License-Identifier: Apache-2.0
/** MicroLIF, a text format of MARC records from school libraries. */
@NullMarked
package dev.marcato.formats.microlif;

import org.jspecify.annotations.NullMarked;
