// SPDX-License-Identifier: Apache-2.0
/** How fast it is, beside the peers: checked programs, since a benchmark that gives a wrong answer measures nothing. */
package dev.marcato.bench;
