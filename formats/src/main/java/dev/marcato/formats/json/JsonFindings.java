// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found in one record: the first so many, and how many more there were. One thread's. */
final class JsonFindings {
    private final int most;
    private final List<Finding> kept = new ArrayList<>();
    private int more;

    JsonFindings(int most) {
        this.most = most;
    }

    void clear() {
        kept.clear();
        more = 0;
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    void add(Finding finding) {
        if (kept.size() < most) {
            kept.add(finding);
        } else {
            more++;
        }
    }

    /** All of them, in order of the places. */
    List<Finding> list() {
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
