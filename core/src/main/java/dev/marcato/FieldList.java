// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;

/** The fields of a record in the order of the directory, each made when asked for. */
final class FieldList extends AbstractList<Field> implements RandomAccess {
    private final MarcRecord record;

    FieldList(MarcRecord record) {
        this.record = record;
    }

    @Override
    public Field get(int position) {
        return record.view(3 * Objects.checkIndex(position, record.size()));
    }

    @Override
    public int size() {
        return record.size();
    }

    @Override
    public Iterator<Field> iterator() {
        return new FieldIterator(record);
    }

    /** Walks over the index. */
    static final class FieldIterator implements Iterator<Field> {
        private final MarcRecord record;
        private int next;

        FieldIterator(MarcRecord record) {
            this.record = record;
        }

        @Override
        public boolean hasNext() {
            return next < record.index.length;
        }

        @Override
        public Field next() {
            if (next >= record.index.length) {
                throw new NoSuchElementException();
            }
            Field field = record.view(next);
            next += 3;
            return field;
        }
    }
}
