// SPDX-License-Identifier: Apache-2.0
/**
 * {@code marcato bench}: options become a plan, the plan is measured, what was measured is a {@link
 * dev.marcato.cli.bench.profile.Profile}, and reports are made from that alone.
 */
@NullMarked
package dev.marcato.cli.bench;

import org.jspecify.annotations.NullMarked;
