// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

/** The long texts of the codes, apart from the enum so that a run that explains nothing never loads them. */
record Explanation(String meaning, String typicalCause, String advice) {
    static Explanation of(DiagnosticCode code) {
        return new Explanation(code.title(), "", "");
    }
}
