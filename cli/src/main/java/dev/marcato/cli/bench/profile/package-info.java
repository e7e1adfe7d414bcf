// SPDX-License-Identifier: Apache-2.0
/** What a benchmark found out: plain values, and what they advise. Nothing here measures, and nothing here prints. */
@NullMarked
package dev.marcato.cli.bench.profile;

import org.jspecify.annotations.NullMarked;
