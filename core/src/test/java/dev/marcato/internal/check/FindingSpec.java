// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One case of {@code findings.spec}: a record and all that must be found in it. The file explains its own form.
 *
 * @param id what the case is about
 * @param draft the record
 * @param expected each finding as {@code CODE place}, in order
 */
record FindingSpec(String id, Draft draft, List<String> expected) {
    static List<FindingSpec> read() {
        List<FindingSpec> cases = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(FindingSpec.class.getResourceAsStream("findings.spec"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("case ")) {
                    cases.add(new FindingSpec(line.substring(5).strip(), new Draft(), new ArrayList<>()));
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    cases.get(cases.size() - 1).add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    private void add(String line) {
        if (line.startsWith("  = ")) {
            expected.add(line.substring(4).strip());
        } else if (line.startsWith("  LDR ")) {
            draft.leader(bytes(line.substring(6), false));
        } else {
            byte[] all = bytes(line.substring(2), true);
            byte[] tag = {all[0], all[1], all[2]};
            byte[] content = new byte[all.length - 4];
            System.arraycopy(all, 4, content, 0, content.length);
            draft.field(tag, content);
        }
    }

    private static byte[] bytes(String text, boolean dollars) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (text.startsWith("\\x", i)) {
                out.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 4;
            } else {
                boolean delimiter = dollars && character == '$';
                out.writeBytes((delimiter ? "\u001F" : Character.toString(character)).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(character);
            }
        }
        return out.toByteArray();
    }
}
