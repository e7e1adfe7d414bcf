// SPDX-License-Identifier: Apache-2.0
/** Zstandard both ways, where the library zstd-jni is there. */
@NullMarked
package dev.marcato.formats.zstd;

import org.jspecify.annotations.NullMarked;
