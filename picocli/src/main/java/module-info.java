// SPDX-License-Identifier: Apache-2.0
/** picocli, compiled here from its own sources; the same module as the published one. */
module info.picocli {
    requires static java.sql;

    exports picocli;
}
