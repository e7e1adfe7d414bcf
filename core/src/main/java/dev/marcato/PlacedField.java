// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

/**
 * A field of a record in the making, at its place in the directory.
 *
 * @param order where it stood, or what it stands behind, in the data; a directory may have another order than the data,
 *     and both are kept
 */
record PlacedField(Field field, int order) {}
