// SPDX-License-Identifier: Apache-2.0
/** Reports on a profile: as text, as JSON, and as one HTML page with its plots. Pure functions from values to text. */
@NullMarked
package dev.marcato.cli.bench.report;

import org.jspecify.annotations.NullMarked;
