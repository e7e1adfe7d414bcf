// SPDX-License-Identifier: Apache-2.0
/** ZIP and tar: the members of an archive, each a source of its own. Nothing is unpacked: their names are only names. */
@NullMarked
package dev.marcato.internal.archive;

import org.jspecify.annotations.NullMarked;
