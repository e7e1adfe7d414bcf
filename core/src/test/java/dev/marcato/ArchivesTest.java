// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.io.MarcInput;
import dev.marcato.io.ReadLimits;
import dev.marcato.testkit.Archives;
import dev.marcato.testkit.Gzip;
import dev.marcato.testkit.ShortReads;
import dev.marcato.testkit.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The members of archives are sources of their own, whatever the archive comes from and however many threads there are. */
class ArchivesTest {
    private static final byte[] ONE = Sample.clean(1, 30).bytes();
    private static final byte[] TWO = Sample.clean(2, 3).bytes();
    private static final byte[] TEXT = "Read me first.".getBytes(US_ASCII);

    @TempDir
    Path folder;

    private static Map<String, byte[]> members() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("dump/", new byte[0]);
        members.put("dump/one.mrc", ONE);
        members.put("dump/README.txt", TEXT);
        members.put("__MACOSX/dump/._one.mrc", TEXT);
        members.put("dump/two.mrc.gz", Gzip.of(TWO));
        members.put("dump/no-name", TWO);
        members.put("dump/empty.mrc", new byte[0]);
        return members;
    }

    private static void assertMembers(String archive, ArchiveReading reading) {
        String at = archive + "!/dump/";
        assertThat(reading.sources())
                .containsExactly(at + "one.mrc", at + "two.mrc.gz", at + "no-name", at + "empty.mrc");
        assertThat(reading.summary().sources().stream().map(ReadSummary.Source::totalBytes))
                .containsExactly((long) ONE.length, (long) TWO.length, (long) TWO.length, 0L);
        assertThat(reading.records()).hasSize(36);
        assertThat(reading.codes()).isEmpty();
        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.notes())
                .containsExactly(
                        at
                                + "README.txt: neither its name nor its first bytes are those of records, and is passed over",
                        archive + "!/__MACOSX/dump/._one.mrc: it is hidden, and is passed over");
    }

    @Test
    void membersAreSourcesWhateverTheArchiveComesFrom() throws IOException {
        Map<String, byte[]> archives = new LinkedHashMap<>();
        archives.put("x.zip", Archives.zip(members()));
        archives.put("x.tar", Archives.tar(members()));
        archives.put("x.tgz", Gzip.of(Archives.tar(members())));
        archives.put("bgzf.tgz", Gzip.blocks(Archives.tar(members()), 700));
        for (Map.Entry<String, byte[]> archive : archives.entrySet()) {
            String name = archive.getKey();
            byte[] bytes = archive.getValue();
            Path file = Files.write(folder.resolve(name), bytes);
            assertMembers(name, ArchiveReading.same(() -> List.of(MarcInput.of(file, name))));
            assertMembers(name, ArchiveReading.same(() -> List.of(MarcInput.of(bytes, name))));
            assertMembers(
                    name, ArchiveReading.same(() -> List.of(MarcInput.of(new ByteArrayInputStream(bytes), name))));
            assertMembers(name, ArchiveReading.same(() -> List.of(MarcInput.of(ShortReads.ofSize(bytes, 7), name))));
        }
    }

    @Test
    void archivesStandAmongOtherInputs() {
        byte[] zip = Archives.zip(members());
        byte[] tar = Archives.tar(members());
        ArchiveReading reading = ArchiveReading.same(() -> List.of(
                MarcInput.of(TWO, "first.mrc"),
                MarcInput.of(zip, "a.zip"),
                MarcInput.of(tar, "b.tar"),
                MarcInput.of(
                        new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, "c.zip"),
                MarcInput.of(ONE, "last.mrc")));
        assertThat(reading.records()).hasSize(3 + 36 + 36 + 30);
        assertThat(reading.sources()).hasSize(1 + 4 + 4 + 1 + 1).endsWith("c.zip", "last.mrc");
        assertThat(reading.unreadable()).containsExactly("9 c.zip -1: none of what is in this archive is read");
    }

    @Test
    void aMemberThatCannotBeReadCostsNoOther() throws IOException {
        byte[] zip = Archives.zip(Map.of("a.mrc", ONE));
        // Encrypted, by the flags of both its headers.
        int central = find(zip, 'P', 'K', 1, 2);
        byte[] encrypted = zip.clone();
        encrypted[6] |= 1;
        encrypted[central + 8] |= 1;
        byte[] unknown = zip.clone();
        unknown[8] = 12;
        unknown[central + 10] = 12;
        ArchiveReading reading = ArchiveReading.same(() ->
                List.of(MarcInput.of(encrypted, "e.zip"), MarcInput.of(unknown, "u.zip"), MarcInput.of(zip, "z.zip")));
        assertThat(reading.records()).hasSize(30);
        assertThat(reading.unreadable())
                .containsExactly(
                        "0 e.zip!/a.mrc -1: it is encrypted",
                        "1 u.zip!/a.mrc -1: it is compressed by method 12, which cannot be read here; unpack it first");
    }

    @Test
    void archivesInArchivesAreNotOpened() {
        byte[] inner = Archives.zip(members());
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("inner.zip", inner);
        members.put("inner.mrc", Archives.tar(members()));
        members.put("one.mrc", ONE);
        ArchiveReading reading = ArchiveReading.same(() -> List.of(MarcInput.of(Archives.zip(members), "o.zip")));
        assertThat(reading.records()).hasSize(30);
        assertThat(reading.notes())
                .containsExactly("o.zip!/inner.zip: it is an archive in an archive, and is passed over");
        assertThat(reading.unreadable())
                .containsExactly("0 o.zip!/inner.mrc -1: it is an archive in an archive; unpack it first");
    }

    @Test
    void membersThatAreStoredAndKnowTheirSizes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : new String[] {"a.mrc", "b.mrc"}) {
                ZipEntry entry = new ZipEntry(name);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(ONE.length);
                CRC32 crc = new CRC32();
                crc.update(ONE);
                entry.setCrc(crc.getValue());
                out.putNextEntry(entry);
                out.write(ONE);
            }
        }
        byte[] zip = bytes.toByteArray();
        ArchiveReading file = ArchiveReading.same(() -> List.of(MarcInput.of(zip, "s.zip")));
        ArchiveReading stream =
                ArchiveReading.same(() -> List.of(MarcInput.of(new ByteArrayInputStream(zip), "s.zip")));
        assertThat(file.records()).hasSize(60);
        assertThat(stream).isEqualTo(file);
    }

    @Test
    void namesOfGnuAndPaxMayBeLong() {
        String name = "d".repeat(150) + "/" + "n".repeat(200) + ".mrc";
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        tar.writeBytes(Archives.tarMember("././@LongLink", 'L', (name + "\0").getBytes(US_ASCII)));
        tar.writeBytes(Archives.tarMember(name.substring(0, 100), '0', ONE));
        String pax = paxRecord("path=pax/" + name) + paxRecord("size=" + TWO.length);
        tar.writeBytes(Archives.tarMember("PaxHeader", 'x', pax.getBytes(US_ASCII)));
        tar.writeBytes(Archives.tarMember("short", '0', TWO));
        tar.writeBytes(Archives.tarMember("link.mrc", '2', new byte[0]));
        tar.writeBytes(new byte[1024]);
        ArchiveReading reading = ArchiveReading.same(() -> List.of(MarcInput.of(tar.toByteArray(), "l.tar")));
        assertThat(reading.sources()).containsExactly("l.tar!/" + name, "l.tar!/pax/" + name);
        assertThat(reading.records()).hasSize(33);
        assertThat(reading.notes())
                .containsExactly("l.tar!/link.mrc: it is no file but a link or a device, and is passed over");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "77777777777",
                "zzz",
                "-1",
                "\u0080\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF"
            })
    void absurdSizesOfTarEndTheArchive(String size) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        tar.writeBytes(Archives.tarMember("a.mrc", '0', TWO));
        tar.writeBytes(Archives.tarMember("b.mrc", '0', size, TWO));
        ArchiveReading reading = ArchiveReading.same(() -> List.of(MarcInput.of(tar.toByteArray(), "t.tar")));
        assertThat(reading.records()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(reading.unreadable().size()
                        + reading.codes().stream()
                                .filter(code -> code == DiagnosticCode.COMPRESSED_STREAM_TRUNCATED)
                                .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "tar", "tgz"})
    void whatIsCutOffIsReadAsFarAsItGoes(String kind) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("a.mrc", TWO);
        members.put("b.mrc", TWO);
        byte[] whole = switch (kind) {
            case "zip" -> Archives.zip(members);
            case "tar" -> Archives.tar(members);
            default -> Gzip.of(Archives.tar(members));
        };
        int before = 0;
        for (int length = 512; length < whole.length; length += kind.equals("tar") ? 13 : 1) {
            byte[] cut = Arrays.copyOf(whole, length);
            ArchiveReading file =
                    ArchiveReading.of(() -> List.of(MarcInput.of(cut, "c")), ReadLimits.DEFAULT, 1, 3_000);
            ArchiveReading stream = ArchiveReading.of(
                    () -> List.of(MarcInput.of(new ByteArrayInputStream(cut), "c")), ReadLimits.DEFAULT, 2, 3_000);
            assertThat(stream).as("cut at " + length).isEqualTo(file);
            assertThat(file.records().size()).as("cut at " + length).isBetween(before, 6);
            boolean told = !file.unreadable().isEmpty() || !file.codes().isEmpty();
            assertThat(told || file.records().size() == 6 || kind.equals("tar"))
                    .as("cut at " + length)
                    .isTrue();
            before = file.records().size();
        }
        assertThat(before).isEqualTo(6);
    }

    @Test
    void mutationsCostWhatTheyTouch() {
        for (long seed = 1; seed <= 300; seed++) {
            Random dice = new Random(seed);
            byte[] bytes = switch (dice.nextInt(3)) {
                case 0 -> Archives.zip(members());
                case 1 -> Archives.tar(members());
                default -> Gzip.of(Archives.tar(members()));
            };
            for (int i = dice.nextInt(4); i >= 0; i--) {
                bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt(256);
            }
            ArchiveReading first = null;
            for (int threads : new int[] {1, 3}) {
                ArchiveReading reading =
                        ArchiveReading.of(() -> List.of(MarcInput.of(bytes, "m")), ReadLimits.DEFAULT, threads, 3_000);
                assertThat(first == null || reading.equals(first))
                        .as("seed " + seed)
                        .isTrue();
                first = reading;
                for (ReadSummary.Source source : reading.summary().sources()) {
                    assertThat(source.totalBytes()).as("seed " + seed).isLessThan(1 << 20);
                }
            }
        }
    }

    @Test
    void aBombEndsWithItsRatio() throws IOException {
        ReadLimits limits = ReadLimits.DEFAULT.withExpansion(20, 3_000_000);
        byte[] zeros = Streams.endless((byte) 0, 5_000_000).readAllBytes();
        Map<String, byte[]> many = new LinkedHashMap<>();
        many.put("first.mrc", ONE);
        for (int i = 0; i < 20; i++) {
            many.put(i + ".mrc", Arrays.copyOf(zeros, 1_000_000));
        }
        byte[] manyMembers = Archives.zip(many);
        byte[] oneMember = Archives.zip(Map.of("a.mrc", zeros));
        byte[] twice = Archives.zip(Map.of("a.mrc.gz", Gzip.of(zeros)));
        byte[] tar = Gzip.of(Archives.tar(Map.of("a.mrc", zeros)));
        for (byte[] bomb : List.of(manyMembers, oneMember, twice, tar)) {
            for (ArchiveReading.Inputs inputs : List.<ArchiveReading.Inputs>of(
                    () -> List.of(MarcInput.of(bomb, "b")),
                    () -> List.of(MarcInput.of(new ByteArrayInputStream(bomb), "b")))) {
                ArchiveReading reading = ArchiveReading.same(inputs, limits);
                assertThat(reading.codes()).contains(DiagnosticCode.EXPANSION_LIMIT_REACHED);
                assertThat(reading.summary().totalBytes()).isLessThan(5_000_000);
            }
        }
        assertThat(ArchiveReading.same(() -> List.of(MarcInput.of(manyMembers, "b")), limits)
                        .records())
                .hasSize(30);
    }

    @Test
    void aMemberThatLiesAboutItsSizeCostsNoOther() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("a.mrc", ONE);
        members.put("b.mrc", ONE);
        byte[] zip = Archives.zip(members);
        int central = find(zip, 'P', 'K', 1, 2);
        zip[central + 23] = 0x7F;
        ArchiveReading reading = ArchiveReading.same(() -> List.of(MarcInput.of(zip, "l.zip")));
        assertThat(reading.records()).hasSize(30);
        assertThat(reading.unreadable()).singleElement().asString().startsWith("0 l.zip!/a.mrc");
    }

    /** The directory names the same member again and again: each is small, all together are not. */
    @Test
    void overlappingMembersAreRefused() {
        byte[] zip = Archives.zip(Map.of("a.mrc", ONE));
        int central = find(zip, 'P', 'K', 1, 2);
        int end = find(zip, 'P', 'K', 5, 6);
        byte[] entry = Arrays.copyOfRange(zip, central, end);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(zip, 0, central);
        for (int i = 0; i < 10; i++) {
            bomb.writeBytes(entry);
        }
        byte[] tail = Arrays.copyOfRange(zip, end, zip.length);
        tail[8] = 10;
        tail[10] = 10;
        int bytes = 10 * entry.length;
        tail[12] = (byte) bytes;
        tail[13] = (byte) (bytes >> 8);
        bomb.writeBytes(tail);
        ArchiveReading reading = ArchiveReading.same(() -> List.of(MarcInput.of(bomb.toByteArray(), "o.zip")));
        assertThat(reading.records()).hasSize(30);
        assertThat(reading.unreadable())
                .hasSize(9)
                .allMatch(
                        text -> text.endsWith("it overlaps other members, as in an archive that was made to do harm"));
    }

    @Test
    void aReaderOfOneSourceSaysWhoReadsArchives() throws IOException {
        Path file = Files.write(folder.resolve("x.zip"), Archives.zip(members()));
        assertThatThrownBy(() -> MarcReader.open(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": an archive stands for any number of files: MarcFiles reads them");
    }

    private static String paxRecord(String text) {
        int rest = text.length() + 2;
        int length = rest + String.valueOf(rest).length();
        return length + " " + text + "\n";
    }

    private static int find(byte[] bytes, int... what) {
        for (int at = 0; at < bytes.length - what.length; at++) {
            boolean found = true;
            for (int i = 0; found && i < what.length; i++) {
                found = bytes[at + i] == what[i];
            }
            if (found) {
                return at;
            }
        }
        throw new AssertionError("not found");
    }
}
