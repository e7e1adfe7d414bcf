// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody meant who typed another one. */
final class Nearest {
    private Nearest() {}

    /**
     * The nearest of the known words, if it is near: one slip in up to five characters, two in up to eight, else three;
     * or a word that begins with what was typed. Of several that are as near the first is taken.
     */
    static Optional<String> to(String typed, Collection<String> known) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        String letters = wanted.replaceFirst("^-+", "");
        int allowed = letters.length() <= 5 ? 1 : letters.length() <= 8 ? 2 : 3;
        String best = null;
        int least = allowed + 1;
        for (String word : known) {
            int slips = distance(wanted, word);
            if (slips < least) {
                least = slips;
                best = word;
            }
        }
        if (best == null && letters.length() >= 2) {
            best = known.stream()
                    .filter(word -> word.startsWith(wanted))
                    .findFirst()
                    .orElse(null);
        }
        return Optional.ofNullable(best);
    }

    /** Insertions, deletions, exchanges and swaps of neighbours that make one word of the other. */
    static int distance(String a, String b) {
        int[][] slips = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                int exchange = slips[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int least = Math.min(exchange, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, slips[i - 2][j - 2] + 1);
                }
                slips[i][j] = least;
            }
        }
        return slips[a.length()][b.length()];
    }
}
