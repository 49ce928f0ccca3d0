package jinbo.partner;

import static jinbo.partner.PublishedListFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.accesslog.tlog.NoteKeyFile;
import jinbo.accesslog.tlog.NoteSigner;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.FolderScanner.FolderScan;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.reference.calendar.BusinessTime;
import jinbo.testing.AttackTable;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.FaultySftpServer;
import jinbo.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code partner sync} with damaged local files and unexpected files on the drop. */
class PartnerSyncIT {

    private static final List<BlockListEntry> FIRST = new PublishedListFixture().entries;
    private static final List<BlockListEntry> SECOND =
            List.of(PublishedListFixture.entry(13_700_000_000L), PublishedListFixture.entry(18_600_000_000L));
    private static final String UPLOAD = "complaints-YUNHE-20260302-00%d.csv.pgp";
    private static final String ACK = "ack-YUNHE-20260302-00%d.json.pgp";
    private static final String RECEIPT = "receipt-complaints-YUNHE-20260302-00%d.json.pgp";

    @TempDir
    private Path home;

    private SettableClock clock;
    private CommandSession partner;

    @BeforeEach
    void anInsurerIsSetUp() throws IOException {
        for (String name : List.of("upload", "archive", "download")) {
            Files.createDirectories(drop(name));
        }
        clock = new SettableClock(PublishedListFixture.NOW.toString());
        new OwnerOnlyFile(home.resolve("YUNHE.secret.asc"))
                .write(Files.readString(PartnerTestKeys.FOLDER.resolve("YUNHE.secret.asc")));
        partner = setUp("own", home.resolve("drop").toString());
    }

    // ---- the outbox

    @Test
    void aFileThatCannotBeDroppedKeepsNothingElseBack() throws IOException {
        sealWithoutADrop("first.csv", "second.csv");
        somebodyElses("upload", UPLOAD.formatted(1));
        new PublishedListFixture().into(drop("download"));

        JsonNode synced = partner.json(1, "sync");

        assertThat(synced.at("/applied/sequence").asInt()).isEqualTo(1);
        assertThat(texts(synced.at("/dropped"))).containsExactly(UPLOAD.formatted(2));
        assertThat(synced.at("/acknowledgement").asString()).isEqualTo(ACK.formatted(1));
        assertThat(synced.at("/not_dropped").size()).isEqualTo(1);
        assertThat(synced.at("/not_dropped/0/file").asString()).isEqualTo(UPLOAD.formatted(1));
        assertThat(synced.at("/not_dropped/0/error").asString()).isEqualTo("NAME_TAKEN");
        assertThat(synced.at("/not_dropped/0/detail").asString()).contains("partner upload FILE");
        CommandOutput again = partner.type("sync");
        AttackTable.row(
                "partner: another file under the name that a sealed upload has",
                "it is named each time, exit code 1; the rest is fetched, applied and dropped",
                again.exitCode() == 1 && again.out().contains("Not put on the drop: " + UPLOAD.formatted(1))
                        ? "it is named each time, exit code 1; the rest is fetched, applied and dropped"
                        : again.shown());
        assertThat(partner.in("zh").type("sync").out()).contains("未能投递：" + UPLOAD.formatted(1), "将以下一个编号封装");
    }

    @Test
    void aContentWhoseNumberIsTakenIsSealedUnderTheNextOneWhenItIsSentAgain() throws IOException {
        sealWithoutADrop("first.csv");
        somebodyElses("upload", UPLOAD.formatted(1));
        partner.type("sync");

        JsonNode sent = partner.json("upload", content("first.csv"));

        assertThat(sent.at("/file").asString()).isEqualTo(UPLOAD.formatted(2));
        assertThat(sent.at("/before").asBoolean()).isFalse();
        assertThat(drop("upload").resolve(UPLOAD.formatted(1))).hasContent("not ours");
        assertThat(own("outbox").resolve(UPLOAD.formatted(1))).doesNotExist();
        assertThat(partner.type("sync").exitCode()).isZero();
        assertThat(partner.json("upload", content("first.csv")).at("/before").asBoolean())
                .isTrue();
    }

    @Test
    void aWishedNumberThatIsTakenIsNotReplacedByAnother() throws IOException {
        somebodyElses("upload", UPLOAD.formatted(1));

        CommandOutput sent = partner.type("upload", content("first.csv"), "--number", "1", "--output", "json");

        assertThat(sent.exitCode()).isEqualTo(1);
        assertThat(sent.err()).contains("DROP_FAILED", "next number");
        assertThat(drop("upload")).isDirectoryNotContaining("glob:**002*");
    }

    @Test
    void aWishedNumberThatWasAnsweredIsTaken() throws IOException {
        receipt(1, "ab".repeat(32));

        assertThat(partner.failureJson("upload", content("first.csv"), "--number", "1")
                        .at("/error")
                        .asString())
                .isEqualTo("NAME_TAKEN");
        assertThat(drop("upload")).isEmptyDirectory();
    }

    @Test
    void anAcknowledgementTakesTheNextNumberByItself() throws IOException {
        somebodyElses("upload", ACK.formatted(1));
        new PublishedListFixture().into(drop("download"));

        JsonNode synced = partner.json("sync");

        assertThat(synced.at("/acknowledgement").asString()).isEqualTo(ACK.formatted(2));
        assertThat(synced.at("/not_dropped").size()).isZero();
        assertThat(partner.json("sync").at("/acknowledgement").isNull()).isTrue();
    }

    @Test
    void aNewFolderLearnsTheNumbersOfTheDay() throws IOException {
        somebodyElses("archive", UPLOAD.formatted(1));
        receipt(2, "ab".repeat(32));
        somebodyElses("upload", UPLOAD.formatted(3));

        JsonNode sent = partner.json("upload", content("first.csv"));

        AttackTable.row(
                "partner: a new folder on a day on which 001 to 003 were sent from another one",
                "complaints-YUNHE-20260302-004.csv.pgp",
                sent.at("/file").asString());
        assertThat(drop("upload").resolve(UPLOAD.formatted(4))).exists();
    }

    @Test
    void aNumberThatWasAnsweredBeforeIsFoundTakenThoughTheFileWasSealedWithoutADrop() throws IOException {
        sealWithoutADrop("first.csv");
        somebodyElses("archive", UPLOAD.formatted(1));

        JsonNode synced = partner.json(1, "sync");

        assertThat(synced.at("/not_dropped/0/error").asString()).isEqualTo("NAME_TAKEN");
        assertThat(drop("upload")).isEmptyDirectory();
        assertThat(partner.json("upload", content("first.csv")).at("/file").asString())
                .isEqualTo(UPLOAD.formatted(2));
    }

    @Test
    void aReceiptThatCameForTheSameNumberBeforeIsNotTakenForTheAnswer() throws IOException {
        sealWithoutADrop("first.csv");
        receipt(1, "ab".repeat(32));

        JsonNode synced = partner.json(1, "sync");

        assertThat(synced.at("/fetched/receipts/0/status").asString())
                .as("it is genuine, and about a file that was sent from elsewhere")
                .isEqualTo("ACCEPTED");
        assertThat(synced.at("/not_dropped/0/error").asString()).isEqualTo("NAME_TAKEN");
        assertThat(drop("upload")).isEmptyDirectory();
        assertThat(partner.json(1, "status").at("/unanswered/0/file").asString())
                .isEqualTo(UPLOAD.formatted(1));
        assertThat(partner.json("upload", content("first.csv")).at("/file").asString())
                .isEqualTo(UPLOAD.formatted(2));
    }

    @Test
    void aForgedReceiptAnswersNothingAndIsNamedEachTime() throws IOException {
        partner.json("upload", content("first.csv"));
        Files.delete(drop("upload").resolve(UPLOAD.formatted(1)));
        Files.writeString(drop("download").resolve(RECEIPT.formatted(1)), "any text");

        for (int time = 1; time <= 2; time++) {
            JsonNode synced = partner.json(1, "sync");

            assertThat(synced.at("/fetched/receipts/0/fault").asString()).isEqualTo("FORGED");
            assertThat(partner.json(1, "status").at("/unanswered/0/file").asString())
                    .isEqualTo(UPLOAD.formatted(1));
        }
        assertThat(own("unverified").resolve(RECEIPT.formatted(1) + ".forged")).hasContent("any text");
    }

    @Test
    void aReceiptAboutOtherBytesAnswersNothing() throws IOException {
        partner.json("upload", content("first.csv"));
        receipt(1, "ab".repeat(32));

        assertThat(partner.json(1, "sync").at("/fetched/receipts/0/fault").asString())
                .isEqualTo("DIFFERS");

        assertThat(partner.json(1, "status").at("/unanswered/0/file").asString())
                .isEqualTo(UPLOAD.formatted(1));
        assertThat(own("unverified").resolve(RECEIPT.formatted(1) + ".differs")).exists();
    }

    @Test
    void aForgedReceiptAnswersNothingIfTheCommandThatFetchedItWasKilled() throws IOException {
        partner.json("upload", content("first.csv"));
        Files.writeString(drop("download").resolve(RECEIPT.formatted(1)), "any text");
        PartnerFolder folder = new PartnerFolder(home.resolve("own"));
        try (DropConnection fetching =
                DropConnection.connect(PartnerSettings.read(folder), folder, PassphraseSource.none())) {
            assertThat(new Deliveries(folder, PartnerTestKeys.YUNHE)
                            .fetch(fetching.session(), clock.instant())
                            .files())
                    .hasSize(1);
        }

        assertThat(partner.json(1, "status").at("/unanswered/0/file").asString())
                .isEqualTo(UPLOAD.formatted(1));
        assertThat(partner.json(1, "sync").at("/fetched/receipts/0/fault").asString())
                .isEqualTo("FORGED");
    }

    @Test
    void whatWasAnsweredBeforeTheProgramCouldNoteThatItWasDroppedIsNotDroppedAgain() throws IOException {
        sealWithoutADrop("first.csv", "second.csv");
        for (int number : List.of(1, 2)) {
            Files.copy(
                    own("outbox").resolve(UPLOAD.formatted(number)),
                    drop("archive").resolve(UPLOAD.formatted(number)));
        }
        receipt(2, PublishedListFixture.sha256(own("outbox").resolve(UPLOAD.formatted(2))));
        Files.delete(drop("archive").resolve(UPLOAD.formatted(2)));

        JsonNode synced = partner.json("sync");

        assertThat(texts(synced.at("/dropped"))).containsExactly(UPLOAD.formatted(1), UPLOAD.formatted(2));
        assertThat(drop("upload")).isEmptyDirectory();
        assertThat(texts(partner.json("sync").at("/dropped"))).isEmpty();
    }

    @Test
    void aHalfWrittenOutboxIsNamedFileByFile() throws IOException {
        sealWithoutADrop("first.csv", "second.csv", "third.csv", "fourth.csv");
        cutShort(own("outbox").resolve(UPLOAD.formatted(1)));
        cutShort(own("outbox").resolve(UPLOAD.formatted(2) + ".note"));
        Files.delete(own("outbox").resolve(UPLOAD.formatted(3) + ".note"));

        JsonNode synced = partner.json(1, "sync");

        assertThat(texts(synced.at("/dropped"))).containsExactly(UPLOAD.formatted(4));
        assertThat(synced.at("/not_dropped").size()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            JsonNode problem = synced.at("/not_dropped/" + i);
            assertThat(problem.at("/file").asString()).isEqualTo(UPLOAD.formatted(i + 1));
            assertThat(problem.at("/error").asString()).isEqualTo("OUTBOX_DAMAGED");
            assertThat(problem.at("/detail").asString()).contains("partner upload FILE", "delete");
        }
        for (int i = 1; i <= 3; i++) {
            String file = List.of("first.csv", "second.csv", "third.csv").get(i - 1);
            assertThat(partner.json("upload", content(file)).at("/file").asString())
                    .isEqualTo(UPLOAD.formatted(i + 4));
        }
        assertThat(own("outbox").resolve(UPLOAD.formatted(1))).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatTakesNothingKeepsNoListBack(boolean hangsUp) throws IOException {
        new PublishedListFixture().into(drop("download"));
        try (FaultySftpServer server = FaultySftpServer.over(home.resolve("drop"), ssh -> {})) {
            CommandSession there = setUp("there", server);
            if (hangsUp) {
                server.disconnectsAt(FaultySftpServer.Deed.CREATE, "upload");
            } else {
                server.refuses(FaultySftpServer.Deed.CREATE, "upload");
            }
            for (String content : List.of("first.csv", "second.csv")) {
                assertThat(there.type("upload", content(content)).exitCode()).isEqualTo(1);
            }

            JsonNode synced = there.json(1, "sync");

            assertThat(synced.at("/applied/sequence").asInt()).isEqualTo(1);
            assertThat(synced.at("/not_dropped")
                            .valueStream()
                            .map(each -> each.at("/file").asString()))
                    .containsExactly(UPLOAD.formatted(1), UPLOAD.formatted(2), ACK.formatted(1));
            assertThat(synced.at("/not_dropped")
                            .valueStream()
                            .map(each -> each.at("/error").asString()))
                    .containsOnly("DROP_FAILED");
            server.recovers();
            assertThat(texts(there.json("sync").at("/dropped"))).hasSize(3);
        }
    }

    @Test
    void aFileThatTheServerDoesNotGiveKeepsNoOtherOneBack() throws IOException {
        receipt(1, "ab".repeat(32));
        receipt(2, "ab".repeat(32));
        try (FaultySftpServer server = FaultySftpServer.over(home.resolve("drop"), ssh -> {})
                .refuses(FaultySftpServer.Deed.READ, RECEIPT.formatted(1))) {
            JsonNode synced = setUp("there", server).json(1, "sync");

            assertThat(texts(synced.at("/fetched/files"))).containsExactly(RECEIPT.formatted(2));
            assertThat(texts(synced.at("/fetched/passed_over"))).containsExactly(RECEIPT.formatted(1));
        }
    }

    // ---- the held list

    private enum Damage {
        ANOTHER_DATE,
        ROW_CUT_OFF,
        CUT_SHORT,
        EMPTY,
        GONE,
        NOTE_CUT_SHORT,
        NOTE_EMPTY,
        NOTE_GONE
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedListIsMadeAnewFromTheInbox(Damage damage) throws IOException {
        twoListsAreHeld();
        damage(damage);
        assertThat(partner.type("status").exitCode()).isEqualTo(1);

        JsonNode synced = partner.json("sync");

        AttackTable.row(
                "partner: the held list damaged on the insurer's own disk: "
                        + damage.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "made anew from the inbox",
                synced.at("/applied/repaired").asBoolean() ? "made anew from the inbox" : synced.toString());
        assertThat(synced.at("/applied/sequence").asInt()).isEqualTo(2);
        assertThat(synced.at("/applied/fault").isNull()).isTrue();
        JsonNode status = partner.json("status");
        assertThat(status.at("/list/entries").asInt()).isEqualTo(2);
        assertThat(partner.json("sync").at("/applied/repaired").asBoolean()).isFalse();
        assertThat(own("list")).isDirectoryNotContaining("glob:**anew");
    }

    @Test
    void aDamagedListIsMadeAnewBeforeTheNextDeltaIsApplied() throws IOException {
        Path second = twoListsAreHeld();
        damage(Damage.ANOTHER_DATE);
        PublishedListFixture.deltaAfter(second, 3, SECOND, FIRST).into(drop("download"));

        CommandOutput synced = partner.type("sync");

        assertThat(synced.exitCode()).isZero();
        assertThat(synced.out()).contains("List 3 is applied (before: 2): 3 entries", "on this disk was damaged");
    }

    @Test
    void aDamagedListIsMadeAnewFortyDaysAfterItsFullOne() throws IOException {
        PublishedListFixture full = new PublishedListFixture();
        full.useBy = TODAY.plusDays(60);
        Path first = full.into(drop("download"));
        partner.json("sync");
        clock.set("2026-04-11T09:30:00+08:00");
        damage(Damage.CUT_SHORT, 1);

        assertThat(partner.json("sync").at("/applied/repaired").asBoolean()).isTrue();
        assertThat(first).exists();
    }

    @Test
    void applyMakesItAnewWithoutADrop() throws IOException {
        twoListsAreHeld();
        damage(Damage.ROW_CUT_OFF);

        CommandOutput applied = partner.type("apply");

        assertThat(applied.exitCode()).isZero();
        assertThat(applied.out()).contains("List 2 is still the newest: 2 entries", "on this disk was damaged");
    }

    @Test
    void aListOfBeforeThereWereLinesOfBusinessIsReplacedByTheNextFullOne() throws IOException {
        Path first = PublishedListFixture.holdFormerFormat(drop("download"), own("list"));

        CommandOutput synced = partner.type("sync");

        assertThat(synced.exitCode()).isEqualTo(1);
        assertThat(synced.out())
                .contains("List 1 is from before lines of business existed")
                .contains("Full list requested: resync-YUNHE-20260302-001.json.pgp")
                .doesNotContain("1381000");
        assertThat(partner.type("status").exitCode()).isEqualTo(1);
        PublishedListFixture.after(first, 2).into(drop("download"));

        JsonNode healed = partner.json("sync");

        assertThat(healed.at("/applied/sequence").asInt()).isEqualTo(2);
        assertThat(healed.at("/applied/before").asInt()).isEqualTo(1);
        assertThat(healed.at("/applied/repaired").asBoolean())
                .as("nothing is wrong with the disk")
                .isFalse();
        assertThat(healed.at("/acknowledgement").asString()).isEqualTo(ACK.formatted(1));
        assertThat(partner.json("status").at("/list/business_lines/0").asString())
                .isEqualTo("LIFE");
    }

    @Test
    void aFirstListOfBeforeThereWereLinesOfBusinessIsNamedAndNotApplied() throws IOException {
        PublishedListFixture.ofFormerFormat().into(drop("download"));

        CommandOutput synced = partner.type("sync");

        assertThat(synced.exitCode()).isEqualTo(1);
        assertThat(synced.out())
                .contains(
                        "No list has been applied", "FORMER_FORMAT: this list is from before lines of business existed")
                .contains("partner resync");
        assertThat(partner.in("zh").type("apply").out()).contains("该名单生成于划分险种之前");
    }

    @Test
    void whatIsDamagedInTheInboxTooIsFetchedOnceMore() throws IOException {
        twoListsAreHeld();
        damage(Damage.CUT_SHORT);
        flip(own("inbox").resolve("blocklist-YUNHE-00000001-full.csv.pgp"));
        flip(own("inbox").resolve("blocklist-YUNHE-00000002.manifest.json.pgp"));

        assertThat(partner.json("sync").at("/applied/repaired").asBoolean()).isTrue();
    }

    @Test
    void aDifferentListThatCannotBeMadeAnewIsAcknowledgedAsItIs() throws IOException {
        Path second = twoListsAreHeld();
        damage(Damage.ANOTHER_DATE);
        Files.delete(own("inbox").resolve("blocklist-YUNHE-00000001-full.csv.pgp"));
        Files.delete(drop("download").resolve("blocklist-YUNHE-00000001-full.csv.pgp"));

        JsonNode synced = partner.json(1, "sync");

        assertThat(synced.at("/applied/fault").asString()).isEqualTo("DIFFERS");
        assertThat(synced.at("/applied/detail").asString()).contains("No sales call", "full list");
        assertThat(synced.at("/acknowledgement").asString())
                .as("whose digest is another, so that the next list is full")
                .isEqualTo(ACK.formatted(2));
        assertThat(partner.type("sync").exitCode()).isEqualTo(1);
        PublishedListFixture full = PublishedListFixture.after(second, 3);
        full.into(drop("download"));
        JsonNode mended = partner.json("sync");
        assertThat(mended.at("/applied/sequence").asInt()).isEqualTo(3);
        assertThat(partner.type("status").exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_SHORT", "GONE", "NOTE_CUT_SHORT"})
    void anUnreadableListThatCannotBeMadeAnewIsAskedForOnceADay(Damage damage) throws IOException {
        Path second = twoListsAreHeld();
        damage(damage);
        Files.delete(own("inbox").resolve("blocklist-YUNHE-00000001-full.csv.pgp"));
        Files.delete(drop("download").resolve("blocklist-YUNHE-00000001-full.csv.pgp"));

        JsonNode synced = partner.json(1, "sync");

        assertThat(synced.at("/asked").asString()).isEqualTo("resync-YUNHE-20260302-001.json.pgp");
        assertThat(synced.at("/acknowledgement").isNull()).isTrue();
        assertThat(synced.at("/applied/fault").asString()).isEqualTo("DIFFERS");
        assertThat(partner.json(1, "sync").at("/asked").isNull()).isTrue();
        clock.set("2026-03-03T09:30:00+08:00");
        assertThat(partner.json(1, "sync").at("/asked").asString()).isEqualTo("resync-YUNHE-20260303-001.json.pgp");
        PublishedListFixture.after(second, 3).into(drop("download"));
        assertThat(partner.json("sync").at("/applied/sequence").asInt()).isEqualTo(3);
        assertThat(partner.type("status").exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"NOTE_EMPTY", "NOTE_GONE"})
    void aDamagedNoteNeverLeadsBackToAnOlderList(Damage damage) throws IOException {
        twoListsAreHeld();
        damage(damage);
        for (Path folder : List.of(own("inbox"), drop("download"))) {
            Files.delete(folder.resolve("blocklist-YUNHE-00000002-delta.csv.pgp"));
            Files.delete(folder.resolve("blocklist-YUNHE-00000002.manifest.json.pgp"));
        }

        JsonNode synced = partner.json(1, "sync");

        assertThat(synced.at("/applied/sequence").isNull()).isTrue();
        assertThat(synced.at("/asked").isNull()).isFalse();
    }

    // ---- the inbox

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aListThatLiesDamagedInTheInboxIsFetchedOnceMore(boolean cut) throws IOException {
        Path first = new PublishedListFixture().into(drop("download"));
        partner.json("sync");
        PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(drop("download"));
        for (String name :
                List.of("blocklist-YUNHE-00000002-delta.csv.pgp", "blocklist-YUNHE-00000002.manifest.json.pgp")) {
            Path copy = Files.copy(drop("download").resolve(name), own("inbox").resolve(name));
            if (cut) {
                cutShort(copy);
            } else {
                flip(copy);
            }
        }

        JsonNode synced = partner.json("sync");

        AttackTable.row(
                "partner: a list and its manifest in the inbox, " + (cut ? "cut short" : "with a byte changed"),
                "fetched once more, and applied",
                synced.at("/applied/sequence").asInt() == 2 ? "fetched once more, and applied" : synced.toString());
        assertThat(texts(synced.at("/fetched/files"))).hasSize(2);
    }

    @Test
    void allOthersThatWereCutShortAreFetchedOnceMore() throws IOException {
        deliverAnswers();
        List<String> names = names(drop("download"));
        partner.json("fetch");
        for (String name : names) {
            cutShort(own("inbox").resolve(name));
        }

        JsonNode fetched = partner.json("fetch");

        assertThat(texts(fetched.at("/files"))).containsExactlyElementsOf(names);
        for (String name : names) {
            assertThat(own("inbox").resolve(name))
                    .hasSameBinaryContentAs(drop("download").resolve(name));
        }
        assertThat(partner.json("fetch").at("/files").size()).isZero();
    }

    @Test
    void aCertificateAndACaseFileWithAChangedByteAreFetchedOnceMore() throws IOException {
        deliverAnswers();
        String certificate = "certificate-YUNHE-20260302-001.asc.pgp";
        String cases = "cases-YUNHE-20260302-001.csv.pgp";
        for (String name : List.of(certificate, cases)) {
            flip(Files.copy(drop("download").resolve(name), own("inbox").resolve(name)));
        }

        JsonNode fetched = partner.json("cases");

        assertThat(fetched.at("/fetched/certificates/0/outcome").asString()).isEqualTo("KNOWN");
        assertThat(fetched.at("/files/0/fault").isNull()).isTrue();
    }

    @Test
    void whatIsNotOnTheDropAnyMoreIsNamedWithTheStepToTake() throws IOException {
        Path first = new PublishedListFixture().into(drop("download"));
        partner.json("sync");
        PublishedListFixture second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND);
        second.into(own("inbox"));
        cutShort(second.list(own("inbox")));

        JsonNode synced = partner.json(1, "sync");

        assertThat(synced.at("/applied/fault").asString()).isEqualTo("FORGED");
        assertThat(synced.at("/applied/detail").asString()).contains("tell the association");
    }

    @Test
    void whatIsNewIsFoundBehindMoreCopiesThanOneLookHolds() throws IOException {
        for (int i = 0; i <= FolderScan.MAX_FILES; i++) {
            String name = new InboundFileName(
                            FileKind.ACK, PartnerTestKeys.YUNHE.code(), TODAY.minusDays(i / 999), i % 999 + 1)
                    .stem();
            for (Path folder : List.of(drop("download"), own("inbox"))) {
                Files.createFile(folder.resolve("receipt-" + name + ".json.pgp"));
            }
        }
        receipt(1, "ab".repeat(32));

        assertThat(texts(partner.json("fetch").at("/files"))).containsExactly(RECEIPT.formatted(1));
    }

    @Test
    void aGenuineCopyIsNeverReplaced() throws IOException {
        new PublishedListFixture().into(drop("download"));
        receipt(1, "ab".repeat(32));
        partner.json("sync");
        List<String> names = names(drop("download"));
        for (String name : names) {
            Files.writeString(drop("download").resolve(name), "not from the association");
        }

        JsonNode synced = partner.json("sync");

        boolean kept = synced.at("/fetched/files").isEmpty();
        for (String name : names) {
            kept &= Files.size(own("inbox").resolve(name)) > "not from the association".length();
        }
        AttackTable.row(
                "partner: other files on the drop under names that were fetched",
                "the copies that were fetched stay",
                kept ? "the copies that were fetched stay" : synced.toString());
    }

    // ---- what sync reports

    /** Returns the signer of the log. */
    private NoteSigner setUpWithLogKey() throws IOException {
        NoteSigner log = new NoteKeyFile(home.resolve("log.secret")).generate("a-log.invalid");
        Path key = Files.writeString(home.resolve("log.key"), log.verifierKey().toString());
        partner = setUp("witness", home.resolve("drop").toString(), "--log-key", key.toString());
        return log;
    }

    @Test
    void aForkOfTheAccessLogIsReportedBesideTheFaultOfALaterList() throws IOException {
        NoteSigner log = setUpWithLogKey();
        PublishedListFixture first = new PublishedListFixture().withCheckpoint(log, "as it was");
        PublishedListFixture second =
                PublishedListFixture.deltaAfter(first.into(drop("download")), 2, first.entries, first.entries);
        partner.json("sync");
        PublishedListFixture.forgedAfter(second.withCheckpoint(log, "rewritten").into(drop("download")), 3)
                .into(drop("download"));

        JsonNode synced = partner.json(1, "sync");

        assertThat(synced.at("/applied/sequence").asInt()).isEqualTo(2);
        assertThat(synced.at("/applied/fault").asString()).isEqualTo("FORGED");
        assertThat(synced.at("/applied/log").asString()).isEqualTo("FORKED");
        assertThat(partner.json(1, "sync").at("/applied/log").asString())
                .as("until somebody has asked the association")
                .isEqualTo("FORKED");
        assertThat(partner.json(1, "status").at("/log_forked").asBoolean()).isTrue();
        Path list = home.resolve("witness/list");
        PublishedListFixture.answer(list, "log-fork-00000002");
        Files.delete(list.resolve("applied"));
        JsonNode rebuilt = partner.json(1, "sync");
        assertThat(rebuilt.at("/applied/repaired").asBoolean()).isTrue();
        assertThat(rebuilt.at("/applied/log").asString())
                .as("answered before the list was damaged")
                .isEqualTo("NOT_SEEN");
    }

    @Test
    void aForkIsReportedThoughTheCopyOfTheHeldListIsDamagedToo() throws IOException {
        NoteSigner log = setUpWithLogKey();
        PublishedListFixture first = new PublishedListFixture().withCheckpoint(log, "as it was");
        PublishedListFixture second = PublishedListFixture.after(first.into(drop("download")), 2);
        partner.json("sync");
        Files.delete(home.resolve("witness/list/applied"));
        Path copy = first.list(home.resolve("witness/inbox"));
        byte[] damaged = Files.readAllBytes(copy);
        damaged[damaged.length / 2]++;
        Files.write(copy, damaged);
        second.withCheckpoint(log, "rewritten").into(drop("download"));

        JsonNode synced = partner.json(1, "sync");

        assertThat(synced.at("/applied/repaired").asBoolean()).isTrue();
        assertThat(synced.at("/applied/sequence").asInt()).isEqualTo(2);
        assertThat(synced.at("/applied/log").asString()).isEqualTo("FORKED");
    }

    @Test
    void anAnsweredForkIsNotReportedWhenItsListArrives() throws IOException {
        NoteSigner log = setUpWithLogKey();
        PublishedListFixture first = new PublishedListFixture().withCheckpoint(log, "as it was");
        PublishedListFixture second = PublishedListFixture.after(first.into(drop("download")), 2);
        partner.json("sync");
        second.withCheckpoint(log, "rewritten").into(drop("download"));
        byte[] late = Files.readAllBytes(second.list(drop("download")));
        Files.delete(second.list(drop("download")));
        assertThat(partner.json(1, "sync").at("/applied/log").asString()).isEqualTo("FORKED");
        PublishedListFixture.answer(home.resolve("witness/list"), "log-fork-00000002");
        Files.write(second.list(drop("download")), late);

        JsonNode synced = partner.json("sync");

        assertThat(synced.at("/applied/sequence").asInt()).isEqualTo(2);
        assertThat(synced.at("/applied/log").asString()).isEqualTo("NOT_SEEN");
    }

    @Test
    void aForkIsReportedThoughTheListIsRebuiltWithoutItsNoteInTheSameRun() throws IOException {
        NoteSigner log = setUpWithLogKey();
        PublishedListFixture first = new PublishedListFixture().withCheckpoint(log, "as it was");
        PublishedListFixture second = PublishedListFixture.after(first.into(drop("download")), 2);
        partner.json("sync");
        Files.delete(home.resolve("witness/list/applied"));
        second.withCheckpoint(log, "rewritten").into(drop("download"));

        JsonNode synced = partner.json(1, "sync");

        assertThat(synced.at("/applied/repaired").asBoolean()).isTrue();
        assertThat(synced.at("/applied/sequence").asInt()).isEqualTo(2);
        assertThat(synced.at("/applied/log").asString()).isEqualTo("FORKED");
    }

    @Test
    void aNewChainIsReportedThoughTheListIsRebuiltInTheSameRun() throws IOException {
        new PublishedListFixture().into(drop("download"));
        partner.json("sync");
        Files.delete(own("list").resolve("applied"));
        PublishedListFixture anew = PublishedListFixture.newChain(4);
        PublishedListFixture.after(anew.into(drop("download")), 5).into(drop("download"));

        JsonNode synced = partner.json(1, "sync");

        assertThat(synced.at("/applied/repaired").asBoolean()).isTrue();
        assertThat(synced.at("/applied/sequence").asInt()).isEqualTo(5);
        assertThat(synced.at("/applied/new_chain").asBoolean()).isTrue();
    }

    @Test
    void aNewChainIsReportedThoughTheProgramDiedBetweenApplyingAndReporting() throws IOException {
        new PublishedListFixture().into(drop("download"));
        partner.json("sync");
        PublishedListFixture.newChain(4).into(drop("download"));
        partner.json("fetch");
        new ApplyBlockLists(PartnerTestKeys.YUNHE, new LocalBlockList(own("list")))
                .apply(own("inbox"), clock.instant(), BusinessTime.dateOf(clock.instant()));

        JsonNode synced = partner.json(1, "sync");

        assertThat(synced.at("/applied/before").asInt()).isEqualTo(4);
        assertThat(synced.at("/applied/new_chain").asBoolean()).isTrue();
    }

    @Test
    void aNewChainIsReportedUntilSomebodyHasAskedTheAssociation() throws IOException {
        new PublishedListFixture().into(drop("download"));
        assertThat(partner.json("sync").at("/applied/new_chain").asBoolean()).isFalse();
        PublishedListFixture anew = PublishedListFixture.newChain(4);
        PublishedListFixture.after(anew.into(drop("download")), 5).into(drop("download"));

        CommandOutput synced = partner.type("sync");

        assertThat(synced.exitCode()).as("people must act").isEqualTo(1);
        assertThat(synced.out()).contains("List 5 is applied", "begun a new chain of lists");
        assertThat(partner.json(1, "sync").at("/applied/new_chain").asBoolean()).isTrue();
        assertThat(partner.type("status").out()).contains("begun a new chain of lists", "new-chain-*");
        PublishedListFixture.answer(own("list"), "new-chain-00000004");
        assertThat(partner.json("sync").at("/applied/new_chain").asBoolean()).isFalse();
        assertThat(partner.json("status").at("/new_chain").asBoolean()).isFalse();
        Files.delete(own("list").resolve("applied"));
        JsonNode rebuilt = partner.json("sync");
        assertThat(rebuilt.at("/applied/repaired").asBoolean()).isTrue();
        assertThat(rebuilt.at("/applied/new_chain").asBoolean()).isFalse();
    }

    @Test
    void aNewChainIsReportedBesideTheFaultOfALaterList() throws IOException {
        new PublishedListFixture().into(drop("download"));
        partner.json("sync");
        PublishedListFixture anew = PublishedListFixture.newChain(4);
        PublishedListFixture.forgedAfter(anew.into(drop("download")), 5).into(drop("download"));

        JsonNode synced = partner.json(1, "sync");

        assertThat(synced.at("/applied/sequence").asInt()).isEqualTo(4);
        assertThat(synced.at("/applied/fault").asString()).isEqualTo("FORGED");
        assertThat(synced.at("/applied/new_chain").asBoolean()).isTrue();
    }

    @Test
    void aHeldListThatIsOutOfDateIsReportedEachTime() throws IOException {
        new PublishedListFixture().into(drop("download"));
        partner.json("sync");
        clock.set(PublishedListFixture.USE_BY
                .atTime(23, 59)
                .atZone(BusinessTime.ZONE)
                .toInstant()
                .toString());
        assertThat(partner.json("sync").at("/applied/stale").asBoolean()).isFalse();
        clock.pass(Duration.ofMinutes(1));

        for (String command : List.of("sync", "sync", "apply")) {
            JsonNode result = partner.json(1, command);

            JsonNode applied = command.equals("sync") ? result.at("/applied") : result;
            assertThat(applied.at("/stale").asBoolean()).as(command).isTrue();
            assertThat(applied.at("/use_by").asString()).isEqualTo("2026-03-16");
        }
        Files.writeString(drop("download").resolve("blocklist-YUNHE-00000002.manifest.json.pgp"), "any text");
        assertThat(partner.type("sync").out())
                .as("beside another fault")
                .contains("FORGED", "The list is out of date. No sales calls are allowed.");
    }

    @Test
    void whatWasFetchedAndAppliedIsReportedThoughOurKeyHasExpired() throws IOException {
        SecretKeys own = SecretKeys.generate(new SecretKeys.KeyPlan(
                "Yunhe <exchange@yunhe.example>",
                PublishedListFixture.NOW.minusSeconds(60),
                Optional.empty(),
                Optional.of(PublishedListFixture.NOW.plusSeconds(60))));
        Files.delete(home.resolve("YUNHE.secret.asc"));
        own.writeTo(home.resolve("YUNHE.secret.asc"));
        partner = setUp("expiring", home.resolve("drop").toString());
        PublishedListFixture first = new PublishedListFixture();
        first.recipient = new Partner(
                PartnerTestKeys.YUNHE.code(),
                new PartnerKeys(List.of(own), PartnerTestKeys.YUNHE.keys().association()));
        first.into(drop("download"));
        clock.pass(Duration.ofMinutes(2));

        JsonNode synced = partner.json(1, "sync");

        assertThat(synced.at("/fetched/files").size()).isEqualTo(2);
        assertThat(synced.at("/applied/sequence").asInt()).isEqualTo(1);
        assertThat(synced.at("/acknowledgement").isNull()).isTrue();
        assertThat(synced.at("/not_dropped").size()).isEqualTo(1);
        assertThat(synced.at("/not_dropped/0/file").asString()).isEqualTo("ack");
        assertThat(synced.at("/not_dropped/0/error").asString()).isEqualTo("KEY_UNUSABLE");
        assertThat(synced.at("/not_dropped/0/detail").asString()).contains("new key");
    }

    // ----

    private CommandSession setUp(String folder, FaultySftpServer server) throws IOException {
        Path login = home.resolve("YUNHE.ssh");
        new OwnerOnlyFile(login).write(Files.readString(PartnerTestKeys.FOLDER.resolve("YUNHE.ssh")));
        DropAddress address = server.address();
        return setUp(
                folder,
                "sftp://" + address.user() + "@" + address.host() + ":" + address.port(),
                "--host-key",
                address.pins().fingerprints().iterator().next(),
                "--login-key",
                login.toString());
    }

    private CommandSession setUp(String folder, String drop, String... more) throws IOException {
        Path secret = home.resolve("YUNHE.secret.asc");
        Path association = Files.writeString(
                home.resolve("association.asc"),
                PartnerTestKeys.ASSOCIATION.certificate().armored());
        CommandSession session = CommandSession.withoutHome()
                .at(clock)
                .with("spring.profiles.active", "test")
                .partner(home.resolve(folder));
        CommandOutput init = session.type(Stream.concat(
                        Stream.of(
                                "init",
                                "YUNHE",
                                "--drop",
                                drop,
                                "--secret-key",
                                secret.toString(),
                                "--association",
                                association.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
        assertThat(init.err()).isEmpty();
        return session;
    }

    private void sealWithoutADrop(String... contents) throws IOException {
        Path away = Files.move(home.resolve("drop"), home.resolve("away"));
        for (String content : contents) {
            assertThat(partner.type("upload", content(content)).exitCode()).isEqualTo(1);
        }
        Files.move(away, home.resolve("drop"));
    }

    private String content(String name) throws IOException {
        return Files.writeString(home.resolve(name), "mobile,complaint,complained_on\r\n# " + name)
                .toString();
    }

    private void somebodyElses(String folder, String name) throws IOException {
        Files.writeString(drop(folder).resolve(name), "not ours");
    }

    private void receipt(int number, String sha256) throws IOException {
        String file = new InboundFileName(FileKind.COMPLAINTS, PartnerTestKeys.YUNHE.code(), TODAY, number).fileName();
        new PublishedListFixture()
                .seal(
                        drop("download"),
                        RECEIPT.formatted(number),
                        new Receipt(
                                        file,
                                        sha256,
                                        PublishedListFixture.NOW,
                                        ReceiptStatus.ACCEPTED,
                                        new Tally(1, 1, 0, 0, java.util.Map.of()),
                                        Optional.of(PublishedListFixture.FROM),
                                        17,
                                        Optional.empty())
                                .toJson());
    }

    private void deliverAnswers() throws IOException {
        Path download = drop("download");
        PublishedListFixture association = new PublishedListFixture();
        receipt(1, "ab".repeat(32));
        association.seal(download, "outcome-complaints-YUNHE-20260302-001.csv.pgp", AnswersTest.outcome());
        association.seal(
                download,
                "cases-YUNHE-20260302-001.csv.pgp",
                Files.readAllBytes(Path.of("exchange-formats/cases/v1/accepted/one-complaint.csv")));
        association.seal(
                download,
                "certificate-YUNHE-20260302-001.asc.pgp",
                PartnerTestKeys.ASSOCIATION.certificate().armored().getBytes(StandardCharsets.US_ASCII));
    }

    /** Returns the second manifest. */
    private Path twoListsAreHeld() throws IOException {
        Path first = new PublishedListFixture().into(drop("download"));
        Path second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(drop("download"));
        assertThat(partner.json("sync").at("/applied/sequence").asInt()).isEqualTo(2);
        return second;
    }

    private void damage(Damage damage) throws IOException {
        damage(damage, 2);
    }

    private void damage(Damage damage, int sequence) throws IOException {
        Path csv = own("list").resolve("blocklist-%08d.csv".formatted(sequence));
        Path note = own("list").resolve("applied");
        switch (damage) {
            case ANOTHER_DATE -> Files.writeString(csv, Files.readString(csv).replaceFirst("2028-03-10", "2027-03-10"));
            case ROW_CUT_OFF -> {
                String rows = Files.readString(csv);
                Files.writeString(csv, rows.substring(0, rows.lastIndexOf("18600000000")));
            }
            case CUT_SHORT -> cutShort(csv);
            case EMPTY -> Files.writeString(csv, "");
            case GONE -> Files.delete(csv);
            case NOTE_CUT_SHORT -> cutShort(note);
            case NOTE_GONE -> Files.delete(note);
            case NOTE_EMPTY -> Files.writeString(note, "");
        }
    }

    private static void cutShort(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path drop(String folder) {
        return home.resolve("drop").resolve(folder);
    }

    private Path own(String folder) {
        return home.resolve("own").resolve(folder);
    }
}
