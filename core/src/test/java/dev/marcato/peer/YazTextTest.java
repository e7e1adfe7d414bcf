// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.marcato.Encoding;
import dev.marcato.Field;
import dev.marcato.MarcRecord;
import dev.marcato.Reading;
import dev.marcato.testkit.Corpus;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class YazTextTest {
    @Test
    void uva() {
        byte[] file = Corpus.bytes("clean/uva-200.marc8.mrc");
        byte[] utf8 = YazText.installed().marcdump(Corpus.file("clean/uva-200.marc8.mrc"), "marc8");
        List<MarcRecord> ours = Reading.of(file).records();
        List<MarcRecord> theirs = Reading.of(utf8).records();
        System.out.println(ours.size() + " " + theirs.size());
        int n = 0, d = 0, bytesDiffer = 0;
        for (int i = 0; i < ours.size(); i++) {
            for (int f = 0; f < ours.get(i).size(); f++) {
                Field our = ours.get(i).fields().get(f);
                Field their = theirs.get(i).fields().get(f);
                byte[] ob = our.bytes().toByteArray();
                byte[] tb = their.bytes().toByteArray();
                String o = nfc(Encoding.MARC_8.decode(ob, 0, ob.length));
                String t = nfc(new String(tb, UTF_8));
                n++;
                byte[] again = Encoding.MARC_8.encode(Encoding.MARC_8.decode(ob, 0, ob.length));
                if (!java.util.Arrays.equals(again, ob)) {
                    if (bytesDiffer++ < 20)
                        System.out.println("BYTES " + i + " " + our + "\n "
                                + new String(ob, java.nio.charset.StandardCharsets.ISO_8859_1).replace('\u001b', '^')
                                + "\n "
                                + new String(again, java.nio.charset.StandardCharsets.ISO_8859_1)
                                        .replace('\u001b', '^'));
                }
                if (!o.equals(t)) {
                    if (d++ < 20) System.out.println(i + " " + our.tag() + "\n " + o + "\n " + t);
                }
            }
        }
        System.out.println("uva fields " + n + " differ " + d + " bytes " + bytesDiffer);
    }

    @Test
    void iso5426() {
        YazText yaz = YazText.installed();
        StringBuilder all = new StringBuilder();
        java.util.Map<String, Integer> m = new java.util.TreeMap<>();
        for (int a = 0x20; a < 0x100; a++) {
            if (a == 0x7F || a >= 0x80 && a < 0xA0) continue;
            byte[] d = {(byte) a, 'a', 'b'};
            String o = nfc(Encoding.ISO_5426.decode(d, 0, 3));
            String t = nfc(new String(yaz.iconv(d, "iso5426"), UTF_8));
            if (!o.equals(t)) System.out.printf("%02X ours %s theirs %s%n", a, esc(o), esc(t));
        }
    }

    @Test
    void sets() {
        for (int i : new int[] {0, 1, 2, 3, 5, 6, 7, 8, 9, 12}) {
            String chr = new String(Corpus.bytes("charset/yaz/marc" + i + ".chr"), UTF_8).strip();
            List<MarcRecord> ours =
                    Reading.of(Corpus.bytes("charset/yaz/marc" + i + ".marc")).records();
            List<MarcRecord> theirs = Reading.of(Corpus.bytes("charset/yaz/marc" + i + ".xml.marc"))
                    .records();
            int d = 0;
            for (int r = 0; r < Math.min(ours.size(), theirs.size()); r++)
                for (int f = 0; f < Math.min(ours.get(r).size(), theirs.get(r).size()); f++) {
                    byte[] ob = ours.get(r).fields().get(f).bytes().toByteArray();
                    byte[] tb = theirs.get(r).fields().get(f).bytes().toByteArray();
                    Encoding e = Encoding.named(chr).orElse(Encoding.UTF_8);
                    String o = nfc(e.decode(ob, 0, ob.length));
                    String t = nfc(new String(tb, UTF_8));
                    if (!o.equals(t) && d++ < 3) System.out.println(" " + o + "\n " + t);
                }
            System.out.println("set " + i + " " + chr + " " + ours.size() + "/" + theirs.size() + " differ " + d);
        }
    }

    static String esc(String s) {
        StringBuilder b = new StringBuilder();
        s.chars().forEach(c -> b.append(String.format("%04X ", c)));
        return b.toString();
    }

    static String nfc(String s) {
        return Normalizer.normalize(s, Normalizer.Form.NFC);
    }
}
