// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.formats.text.UsualFieldEncoder;

/** The fields of a record whose tags, indicators and codes need no escape. */
final class UsualJsonField extends UsualFieldEncoder {
    /** The parts as {@link UsualFieldEncoder} wants them. */
    UsualJsonField(String control, String controlEnd, String data, String subfield, String dataEnd) {
        super(control, controlEnd, data, subfield, dataEnd, JsonText.LONGEST_ESCAPE);
    }

    @Override
    protected boolean isControlTag(int tag) {
        return tag >> 8 == ('0' << 8 | '0') && PlainRun.isPlain((byte) tag);
    }

    @Override
    protected boolean isDataTag(int tag) {
        return tag >> 8 != ('0' << 8 | '0')
                && PlainRun.isPlain((byte) (tag >> 16))
                && PlainRun.isPlain((byte) (tag >> 8))
                && PlainRun.isPlain((byte) tag);
    }

    @Override
    protected boolean isIndicator(byte value) {
        return PlainRun.isPlain(value);
    }

    @Override
    protected boolean isCode(byte value) {
        return PlainRun.isPlain(value);
    }

    @Override
    protected int plain(byte[] bytes, int from, int to, byte[] target, int into) {
        int run = PlainRun.copy(bytes, from, to, target, into);
        return run < 0 ? ~run : run;
    }

    @Override
    protected int escape(byte special, byte[] target, int into) {
        return JsonText.isRefused(special) ? UNUSUAL : JsonText.escape(special, target, into);
    }
}
