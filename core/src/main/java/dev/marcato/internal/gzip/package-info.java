// SPDX-License-Identifier: Apache-2.0
/** gzip both ways: inflated as far as it can be, and in independent blocks (BGZF) on all cores. */
@NullMarked
package dev.marcato.internal.gzip;

import org.jspecify.annotations.NullMarked;
