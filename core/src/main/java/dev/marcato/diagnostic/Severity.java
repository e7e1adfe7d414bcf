// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

/** How much a diagnostic asks of a person, lightest first. What is done about damage is {@link ErrorPolicy}. */
public enum Severity {
    /** Worth knowing. Never makes a record count as repaired. */
    INFO,
    /** Read with certainty, but other software will stumble over it. */
    WARNING,
    /** Something was lost, or repaired by judgement. */
    ERROR
}
