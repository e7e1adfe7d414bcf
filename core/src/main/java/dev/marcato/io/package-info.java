// SPDX-License-Identifier: Apache-2.0
/** What formats, the command line and cluster readers share: formats, inputs, limits and ranges. */
@NullMarked
package dev.marcato.io;

import org.jspecify.annotations.NullMarked;
