// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found in one record: the first so many, and how many more there were. One thread's. */
public final class FoldedFindings {
    private final int most;
    private final List<Finding> kept = new ArrayList<>();
    private int more;

    /** @param most how many are kept of one record */
    public FoldedFindings(int most) {
        this.most = most;
    }

    /** Forgets all. */
    public void clear() {
        kept.clear();
        more = 0;
    }

    /** Adds one. */
    public void add(Finding finding) {
        if (kept.size() < most) {
            kept.add(finding);
        } else {
            more++;
        }
    }

    /** All of them, in order of the places. */
    public List<Finding> list() {
        if (kept.isEmpty()) {
            return List.of();
        }
        List<Finding> all = new ArrayList<>(kept);
        all.sort(Comparator.comparingLong(Finding::byteOffset));
        if (more > 0) {
            Finding last = all.get(all.size() - 1);
            all.add(Finding.at(
                    last.byteOffset(), DiagnosticCode.MORE_DIAGNOSTICS, more + " more in this record", "", ""));
        }
        return List.copyOf(all);
    }
}
