// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import org.marc4j.marc.Leader;
import org.marc4j.marc.Record;
import org.marc4j.marc.impl.LeaderImpl;
import org.marc4j.marc.impl.MarcFactoryImpl;

/**
 * Makes marc4j believe that no record is in UTF-8: without conversion it then shows each byte as one character, which is
 * how bytes can be compared. Public, with a public constructor, because marc4j makes it by reflection.
 */
public final class Latin1MarcFactory extends MarcFactoryImpl {
    @Override
    public Leader newLeader() {
        return new Latin1Leader();
    }

    @Override
    public Record newRecord() {
        return newRecord(new Latin1Leader());
    }

    private static final class Latin1Leader extends LeaderImpl {
        private static final long serialVersionUID = 1;

        @Override
        public char getCharCodingScheme() {
            return ' ';
        }
    }
}
