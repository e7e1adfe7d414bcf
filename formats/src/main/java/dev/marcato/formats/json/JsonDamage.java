// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.io.Finding;

/** What keeps a record from being read. Never leaves this package, and so has no stack trace. */
final class JsonDamage extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    JsonDamage(Finding finding) {
        super(finding.found(), null, false, false);
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
