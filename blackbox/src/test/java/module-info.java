// SPDX-License-Identifier: Apache-2.0
/** A stranger: the compiler shows it what core exports and nothing else. */
open module dev.marcato.blackbox {
    requires dev.marcato.core;
    requires dev.marcato.testkit;
}
