// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import dev.marcato.io.MarcInput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A member of an archive.
 *
 * @param name what it is called in messages: {@code dump.zip!/records/1.mrc}
 * @param input to be read; null where it is passed over
 * @param note why it is passed over, in words; "" where it is read
 */
public record Member(String name, @Nullable MarcInput input, String note) {
    static Member read(MarcInput input) {
        return new Member(input.name(), input, "");
    }

    static Member passedOver(String name, String why) {
        return new Member(name, null, name + ": " + why + ", and is passed over");
    }

    /** One that cannot be read; opening it says why. */
    static Member unreadable(String name, String reason) {
        return read(new MarcInput() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Content open() throws IOException {
                throw new IOException(reason);
            }
        });
    }
}
