// SPDX-License-Identifier: Apache-2.0
/** From a source to records: decompression, what a policy does with each piece, the account, and the rejects. */
@NullMarked
package dev.marcato.internal.read;

import org.jspecify.annotations.NullMarked;
