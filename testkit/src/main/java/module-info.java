// SPDX-License-Identifier: Apache-2.0
/** What the tests of every module share. Knows nothing of the modules that it tests. */
module dev.marcato.testkit {
    requires java.xml;
    requires static org.jspecify;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports dev.marcato.testkit;
}
