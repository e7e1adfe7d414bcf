// SPDX-License-Identifier: Apache-2.0
/** What all formats of text have in common: how a source falls into stretches, and a stretch into pieces. */
@NullMarked
package dev.marcato.formats.text;

import org.jspecify.annotations.NullMarked;
