// SPDX-License-Identifier: Apache-2.0
/** The line format of YAZ. */
@NullMarked
package dev.marcato.formats.line;

import org.jspecify.annotations.NullMarked;
