// SPDX-License-Identifier: Apache-2.0
/** Aleph sequential, the text format of Ex Libris Aleph. */
@NullMarked
package dev.marcato.formats.aleph;

import org.jspecify.annotations.NullMarked;
