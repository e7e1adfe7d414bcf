// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Bytes that are no record, such as stand between records where files were put together carelessly. Never begins or
 * ends with filler.
 */
enum Garbage {
    /** A line that a program printed; full of digits. */
    TEXT {
        @Override
        byte[] make(Dice dice) {
            int batch = dice.between(1, 99_999);
            String number = Overflow.MODULO.digits(batch, 5);
            return ("== batch " + number + " of 00245, 2200 records, cam a, written 2024-11-23 at 00714 ==")
                    .getBytes(UTF_8);
        }
    },
    /** A server's error page. */
    HTML {
        @Override
        byte[] make(Dice dice) {
            int code = dice.between(500, 504);
            return ("<html><head><title>" + code + "</title></head>\n<body><h1>" + code
                            + " Gateway problem</h1>\n<p>Request 00" + dice.between(100, 999)
                            + " failed after 24 s.</p></body></html>")
                    .getBytes(UTF_8);
        }
    },
    /** Any bytes but record terminators. */
    BINARY {
        @Override
        byte[] make(Dice dice) {
            byte[] bytes = new byte[dice.between(20, 200)];
            for (int i = 0; i < bytes.length; i++) {
                int value = dice.below(256);
                bytes[i] = (byte) (value == CleanIso2709.RECORD_TERMINATOR ? 0x80 : value);
            }
            bytes[0] = (byte) 0x89;
            bytes[bytes.length - 1] = (byte) 0xFE;
            return bytes;
        }
    };

    abstract byte[] make(Dice dice);
}
