// SPDX-License-Identifier: Apache-2.0
/** The text format of MARCMaker, MARCBreaker and MarcEdit. */
@NullMarked
package dev.marcato.formats.mrk;

import org.jspecify.annotations.NullMarked;
