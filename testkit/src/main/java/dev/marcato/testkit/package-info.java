// SPDX-License-Identifier: Apache-2.0
/** Generated records, damage made on purpose, the corpus, and assertions. For tests alone. */
@NullMarked
package dev.marcato.testkit;

import org.jspecify.annotations.NullMarked;
