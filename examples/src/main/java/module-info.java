// SPDX-License-Identifier: Apache-2.0
/** Programs over what core exports, compiled with nothing else at hand. */
module dev.marcato.examples {
    requires dev.marcato.core;
}
