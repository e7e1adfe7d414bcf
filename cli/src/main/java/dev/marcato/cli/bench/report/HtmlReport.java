// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

import dev.marcato.cli.bench.profile.Profile;

/** The profile as one HTML page. */
public final class HtmlReport {
    private HtmlReport() {}

    public static String of(Profile profile) {
        return "<html>" + TextReport.of(profile) + "</html>";
    }
}
