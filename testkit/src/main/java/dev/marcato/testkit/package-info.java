// SPDX-License-Identifier: Apache-2.0
/**
 * Generated records, damage made on purpose, the corpus, and ways of feeding a reader. For tests alone, and without
 * knowledge of the modules that it tests: what is expected comes from code that shares nothing with them.
 *
 * <ul>
 *   <li>{@link dev.marcato.testkit.Corpus}: real records beside the checkout.
 *   <li>{@link dev.marcato.testkit.TestRecord}: a record, its honest encoding, a strict parser.
 *   <li>{@link dev.marcato.testkit.RecordGenerator}: records as catalogues have them.
 *   <li>{@link dev.marcato.testkit.Fault}, {@link dev.marcato.testkit.FileFault}, {@link dev.marcato.testkit.NotMarc}: all
 *       that goes wrong, each with an {@link dev.marcato.testkit.Expectation}; {@link dev.marcato.testkit.Corrupter} puts
 *       files together.
 *   <li>{@link dev.marcato.testkit.Feeding}, {@link dev.marcato.testkit.Gzip}, {@link dev.marcato.testkit.Streams}: the
 *       same bytes in many ways, broken and endless ones too.
 * </ul>
 *
 * Whatever is drawn is drawn with {@link dev.marcato.testkit.Dice}: the same seed gives the same bytes on every JDK.
 */
@NullMarked
package dev.marcato.testkit;

import org.jspecify.annotations.NullMarked;
