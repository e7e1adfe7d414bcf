// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import java.io.IOException;

/**
 * An input that could not be opened, or not be read to its end.
 *
 * @param index its place among the sources of the account, 0-based: the inputs, with the members of archives in their place
 * @param name what it is called
 * @param position the first byte that could not be read, 0-based, uncompressed; -1 where it could not be opened
 * @param reason why
 */
public record UnreadableInput(int index, String name, long position, IOException reason) {
    /** Whether it could be opened, so that some of it may have been read. */
    public boolean opened() {
        return position >= 0;
    }
}
