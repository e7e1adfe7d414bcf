// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.mrk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.marcato.formats.mrk.Mnemonic.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The mnemonics of MARCMaker, both ways, from the table {@code mnemonics.txt}. Stateless, safe for all threads. */
final class Mnemonics {
    /** Room for twice as many as there are, so that few share a place. */
    private static final int PLACES = 2_048;

    /** Characters from here on have no mnemonic. */
    private static final int LIMIT = 0x2700;

    private static final int LONGEST_NAME = 8;
    private static final int FIRST_MARK = 0x300;
    private static final int LAST_MARK = 0x36F;
    private static final int RIGHT_HALF_OF_LIGATURE = 0xFE21;
    private static final int RIGHT_HALF_OF_TILDE = 0xFE23;

    private static final Mnemonic[] READ = new Mnemonic[PLACES];
    private static final byte[][] READ_NAMES = new byte[PLACES][];
    private static final byte[][] WRITTEN = new byte[LIMIT][];

    static {
        load();
    }

    private Mnemonics() {}

    /** The mnemonic whose opening brace is at a place; null if there is none that is known. */
    static @Nullable Mnemonic at(byte[] bytes, int brace, int to) {
        int hash = 0;
        int at = brace + 1;
        int last = Math.min(to, at + LONGEST_NAME + 1);
        while (at < last && bytes[at] != '}') {
            hash = 31 * hash + bytes[at];
            at++;
        }
        if (at == last) {
            return null;
        }
        int length = at - brace - 1;
        for (int place = place(hash); READ[place] != null; place = place + 1 & PLACES - 1) {
            if (isSame(READ_NAMES[place], bytes, brace + 1, length)) {
                return READ[place];
            }
        }
        return null;
    }

    /** The mnemonic, with braces, that is written for a character; null if there is none. */
    static byte @Nullable [] of(int codePoint) {
        return codePoint < LIMIT ? WRITTEN[codePoint] : null;
    }

    /** Whether a character is a mark that is written before its base. */
    static boolean isMark(int codePoint) {
        return codePoint >= FIRST_MARK && codePoint <= LAST_MARK;
    }

    /** Whether a character is a mark over two others, which has two mnemonics. */
    static boolean isDoubleMark(int codePoint) {
        return codePoint == 0x360 || codePoint == 0x361;
    }

    private static boolean isSame(byte[] name, byte[] bytes, int from, int length) {
        if (name.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name[i] != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int place(int hash) {
        return (hash ^ hash >>> 11) & PLACES - 1;
    }

    private static void load() {
        try (InputStream in = Mnemonics.class.getResourceAsStream("mnemonics.txt")) {
            if (in == null) {
                throw new IllegalStateException("mnemonics.txt is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    add(line.split(" "));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String[] columns) {
        byte[] name = columns[0].getBytes(UTF_8);
        int[] characters = characters(columns[1]);
        byte[] utf8 = new String(characters, 0, characters.length).getBytes(UTF_8);
        int first =
                characters.length == 0 ? 0 : Character.toString(characters[0]).getBytes(UTF_8).length;
        byte[] marc8 = HexFormat.of().parseHex(columns[2]);
        int hash = 0;
        for (byte value : name) {
            hash = 31 * hash + value;
        }
        int place = place(hash);
        while (READ[place] != null) {
            place = place + 1 & PLACES - 1;
        }
        READ[place] = new Mnemonic(name.length + 2, utf8, first, marc8, role(columns[0], characters));
        READ_NAMES[place] = name;
        if (columns.length > 3 && characters[0] < LIMIT) {
            WRITTEN[characters[0]] = ("{" + columns[0] + "}").getBytes(UTF_8);
        }
    }

    private static int[] characters(String column) {
        if (column.equals("-")) {
            return new int[0];
        }
        String[] each = column.split("\\+");
        int[] characters = new int[each.length];
        for (int i = 0; i < each.length; i++) {
            characters[i] = Integer.parseInt(each[i], 16);
        }
        return characters;
    }

    private static Role role(String name, int[] characters) {
        if (characters.length == 0) {
            return Role.NONE;
        }
        int first = characters[0];
        if (first >= 0x1D && first <= 0x1F) {
            return Role.DELIMITER;
        }
        if (name.equals("esc")) {
            return Role.ESCAPE;
        }
        if (first == RIGHT_HALF_OF_LIGATURE || first == RIGHT_HALF_OF_TILDE) {
            return Role.OTHER_HALF;
        }
        if (isDoubleMark(first)) {
            return Role.DOUBLE_MARK;
        }
        return isMark(first) ? Role.MARK : Role.CHARACTER;
    }
}
