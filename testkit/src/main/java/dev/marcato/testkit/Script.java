// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.util.List;

/** Scripts in which text is invented: words are strung together from a stock of syllables or letters. */
enum Script {
    LATIN("ba ce di fo gu ha ji ke lo mu na pe qui ro si ta vu wen xo yl zan tor mel ist ung ard ein ous", " ", ""),
    CYRILLIC("ба ве ги до жу за ин ка лю мо на пе ро си та уч фа хо це чи ша щё ый ье юн яр", " ", "/(N"),
    GREEK("αλ βε γι δο ζη θα ικ κε λυ μω νη ξα ορ πι ρα σο της υν φω χα ψη ως", " ", "/(S"),
    HEBREW("אב גד הו זח טי כל מן סע פצ קר שת ים ות", " ", "/(2/r"),
    ARABIC("ال با تم جد حر خط دار ذه رس زي سلا شم صو طب عر غا فن قل كت لم من نور هو يا", " ", "/(3/r"),
    HAN("山 川 木 花 風 雨 月 星 海 空 道 門 書 文 學 史 國 人 東 西 北 南 𠮷 𡈽", "", "/$1"),
    KATAKANA("ア イ カ キ サ シ タ チ ナ ニ ハ ヒ マ ミ ヤ ユ ラ リ ワ ン ー", "", "/$1"),
    HANGUL("가 나 다 라 마 바 사 아 자 차 카 타 파 하 강 산 문 학", " ", "/$1"),
    DEVANAGARI("का खि गु घे चो जा टी डु ता दि नू पे बो मा या रि लु वे शो सा हि", " ", ""),
    THAI("กา ขิ คุ งา จี ชู ดา ตี นา บุ ปา ผี มา ยู รา ลี วา สู หา อี", "", "");

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of strings
    private final List<String> syllables;

    private final String blank;
    private final String link;

    Script(String syllables, String blank, String link) {
        this.syllables = List.of(syllables.split(" "));
        this.blank = blank;
        this.link = link;
    }

    static Script drawForeign(Dice dice) {
        return values()[dice.between(1, values().length - 1)];
    }

    /** What follows the occurrence number in {@code $6} of a linked field. */
    String link() {
        return link;
    }

    String word(Dice dice) {
        StringBuilder word = new StringBuilder();
        for (int i = dice.between(1, 4); i > 0; i--) {
            word.append(dice.pick(syllables));
        }
        return word + blank;
    }
}
