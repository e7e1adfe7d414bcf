// SPDX-License-Identifier: Apache-2.0
/** How bytes of a field become text and back. A character set is one {@link TextCodec}. */
@NullMarked
package dev.marcato.internal.charset;

import org.jspecify.annotations.NullMarked;
