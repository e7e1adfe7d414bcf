// SPDX-License-Identifier: Apache-2.0
/** MARC in XML: MARCXML, which is also written, TurboMARC and MarcXchange (ISO 25577). */
@NullMarked
package dev.marcato.formats.xml;

import org.jspecify.annotations.NullMarked;
