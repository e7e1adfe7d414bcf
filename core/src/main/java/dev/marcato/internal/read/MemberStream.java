// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.read;

import dev.marcato.io.Finding;
import java.util.function.Consumer;

/** A stream that is a member of an archive. One thread's. */
public interface MemberStream {
    /** How many of the bytes that the member is stored in were used until now. */
    long storedBytes();

    /** Who hears what is wrong with it, with the place among its bytes; nobody unless told. */
    void tell(Consumer<Finding> hearer);
}
