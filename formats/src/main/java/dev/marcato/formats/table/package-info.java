// SPDX-License-Identifier: Apache-2.0
/**
 * Tables in their long form: a row for each subfield. {@link dev.marcato.formats.table.TableColumn} is where another choice of
 * columns would come in: rows are written and read cell by cell in its order, and nothing else knows what a column holds.
 */
@NullMarked
package dev.marcato.formats.table;

import org.jspecify.annotations.NullMarked;
