// SPDX-License-Identifier: Apache-2.0
/** Records, and how to read, edit and write them: what a user types first. */
@NullMarked
package dev.marcato;

import org.jspecify.annotations.NullMarked;
