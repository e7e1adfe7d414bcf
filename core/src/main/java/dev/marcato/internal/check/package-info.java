// SPDX-License-Identifier: Apache-2.0
/** Findings: what stands in the fields and the text of a record whose framing is settled. */
@NullMarked
package dev.marcato.internal.check;

import org.jspecify.annotations.NullMarked;
