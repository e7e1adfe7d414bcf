// SPDX-License-Identifier: Apache-2.0
/** What is wrong with an input, where, and what was done about it. */
@NullMarked
package dev.marcato.diagnostic;

import org.jspecify.annotations.NullMarked;
