// SPDX-License-Identifier: Apache-2.0
/** MARC-in-JSON: lines of objects, arrays, and the dialects that are read. */
@NullMarked
package dev.marcato.formats.json;

import org.jspecify.annotations.NullMarked;
