// SPDX-License-Identifier: Apache-2.0
/** What the packages of this module share and do not show. */
@NullMarked
package dev.marcato.internal;

import org.jspecify.annotations.NullMarked;
