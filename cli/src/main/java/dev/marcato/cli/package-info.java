// SPDX-License-Identifier: Apache-2.0
/** The command line: every verb is a few lines over the library. */
@NullMarked
package dev.marcato.cli;

import org.jspecify.annotations.NullMarked;
