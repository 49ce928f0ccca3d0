package jinbo.partner;

import static jinbo.partner.PublishedListFixture.LIFE;
import static jinbo.partner.PublishedListFixture.MOTOR;
import static jinbo.partner.PublishedListFixture.NOW;
import static jinbo.partner.PublishedListFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.accesslog.tlog.NoteKeyFile;
import jinbo.accesslog.tlog.NoteSigner;
import jinbo.accesslog.verifier.VerifierKey;
import jinbo.exchange.format.BlockListEntry;
import jinbo.partner.LocalBlockList.Question;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBlockListTest {

    private static final List<LineCode> LINES = List.of(new LineCode("AGRICULTURE1"), LIFE, MOTOR);

    @TempDir
    Path home;

    private Path inbox;
    private Path folder;
    private LocalBlockList held;
    private NoteSigner log;

    @BeforeEach
    void anEmptyInbox() throws Exception {
        log = new NoteKeyFile(home.resolve("log.key")).generate("a-log.invalid");
        inbox = Files.createDirectory(home.resolve("inbox"));
        folder = home.resolve("held");
        held = new LocalBlockList(folder);
    }

    @Test
    void everyNumberOnTheListIsFoundAndNoOther() throws IOException {
        for (int size : List.of(0, 1, 2, 3, 4, 7, 8, 100)) {
            PublishedListFixture first = new PublishedListFixture();
            first.entries = IntStream.range(0, size)
                    .mapToObj(i -> PublishedListFixture.entry(13_800_000_000L + 10L * (i / 3), LINES.get(i % 3)))
                    .toList();
            Path own = Files.createDirectory(home.resolve("inbox" + size));
            first.into(own);
            LocalBlockList list = new LocalBlockList(home.resolve("held" + size));
            new ApplyBlockLists(PartnerTestKeys.YUNHE, list).apply(own, NOW, TODAY);

            for (BlockListEntry entry : first.entries) {
                assertThat(PublishedListFixture.find(list, entry.mobile(), entry.line()))
                        .contains(entry);
                assertThat(PublishedListFixture.find(
                                list, new Mobile(entry.mobile().value() + 5), entry.line()))
                        .isEmpty();
                assertThat(PublishedListFixture.find(list, entry.mobile(), new LineCode("HEALTH")))
                        .isEmpty();
            }
            assertThat(PublishedListFixture.find(list, new Mobile(13_000_000_000L), LIFE))
                    .isEmpty();
            assertThat(PublishedListFixture.find(list, new Mobile(19_999_999_999L), LIFE))
                    .isEmpty();
        }
    }

    @Test
    void theNextListReplacesTheOneBefore() throws IOException {
        Path first = new PublishedListFixture().into(inbox);
        apply();
        PublishedListFixture second = PublishedListFixture.after(first, 2);
        second.entries = List.of(PublishedListFixture.entry(13_000_000_001L));
        second.into(inbox);

        assertThat(apply()).hasValueSatisfying(applied -> assertThat(applied).isInstanceOf(Genuine.class));
        assertThat(PublishedListFixture.find(held, new Mobile(13_810_001_234L), LIFE))
                .isEmpty();
        assertThat(PublishedListFixture.find(held, new Mobile(13_000_000_001L), LIFE))
                .isPresent();
        assertThat(names()).containsExactly("applied", "blocklist-00000002.csv");
    }

    @Test
    void whatIsAppliedIsRememberedByTheNextProgram() throws IOException {
        Path first = new PublishedListFixture().into(inbox);
        apply();

        Optional<VerifiedList> remembered = new LocalBlockList(folder).applied();

        assertThat(remembered).hasValueSatisfying(list -> {
            assertThat(list.manifest().sequence()).isEqualTo(1);
            assertThat(list.manifestSha256()).isEqualTo(PublishedListFixture.sha256(first));
        });
    }

    @Test
    void anInboxWithNothingNewerChangesNothing() throws IOException {
        assertThat(apply()).isEmpty();
        new PublishedListFixture().into(inbox);
        apply();

        assertThat(apply()).isEmpty();
    }

    @Test
    void theHeldListStaysWhenTheNextOneIsForged() throws IOException {
        Path first = new PublishedListFixture().into(inbox);
        apply();
        PublishedListFixture second = PublishedListFixture.after(first, 2);
        second.signer = PartnerTestKeys.secret("YUNHE");
        second.into(inbox);

        assertThat(fault()).isEqualTo(DeliveryFault.FORGED);
        assertThat(PublishedListFixture.find(held, new Mobile(13_810_001_234L), LIFE))
                .isPresent();
        assertThat(held.applied().orElseThrow().manifest().sequence()).isEqualTo(1);
        assertThat(names()).containsExactly("applied", "blocklist-00000001.csv");
    }

    @Test
    void theNewestListIsAppliedWhenAllManifestsBetweenAreGenuine() throws IOException {
        Path first = new PublishedListFixture().into(inbox);
        apply();
        PublishedListFixture stale = PublishedListFixture.after(first, 2);
        stale.useBy = TODAY.minusDays(1);
        Path second = stale.into(inbox);
        Files.delete(stale.list(inbox));
        Path third = PublishedListFixture.after(second, 3).into(inbox);
        PublishedListFixture.after(third, 4).into(inbox);

        assertThat(apply()).hasValueSatisfying(applied -> assertThat(applied).isInstanceOf(Genuine.class));
        assertThat(held.applied().orElseThrow().manifest().sequence()).isEqualTo(4);
    }

    @Test
    void aManifestThatLacksBetweenIsMissed() throws IOException {
        Path first = new PublishedListFixture().into(inbox);
        apply();
        Path second = PublishedListFixture.after(first, 2).into(inbox);
        PublishedListFixture.after(second, 3).into(inbox);
        Files.delete(second);

        assertThat(fault()).isEqualTo(DeliveryFault.MISSING);
        assertThat(held.applied().orElseThrow().manifest().sequence()).isEqualTo(1);
    }

    @Test
    void aChainThatTheAssociationBeginsAnewIsAppliedThoughListsBetweenWereLost() throws IOException {
        new PublishedListFixture().into(inbox);
        apply();
        PublishedListFixture anew = PublishedListFixture.newChain(4);
        Path fourth = anew.into(inbox);

        assertThat(apply()).hasValueSatisfying(applied -> assertThat(applied).isInstanceOf(Genuine.class));
        assertThat(held.applied().orElseThrow().manifest().sequence()).isEqualTo(4);
        Path fifth = PublishedListFixture.after(fourth, 5).into(inbox);
        PublishedListFixture.after(fifth, 6).into(inbox);
        assertThat(apply()).hasValueSatisfying(applied -> assertThat(applied).isInstanceOf(Genuine.class));
        assertThat(held.applied().orElseThrow().manifest().sequence()).isEqualTo(6);
    }

    @Test
    void theListAfterAChainBegunAnewIsAppliedByAnInsurerThatWasAwayMeanwhile() throws IOException {
        new PublishedListFixture().into(inbox);
        apply();
        PublishedListFixture anew = PublishedListFixture.newChain(4);
        PublishedListFixture.after(anew.into(inbox), 5).into(inbox);

        assertThat(apply()).hasValueSatisfying(applied -> assertThat(applied).isInstanceOf(Genuine.class));
        assertThat(held.applied().orElseThrow().manifest().sequence()).isEqualTo(5);
    }

    @Test
    void aForgedManifestIsReportedThoughTheAssociationBeginsANewChainAfterIt() throws IOException {
        Path first = new PublishedListFixture().into(inbox);
        apply();
        PublishedListFixture.forgedAfter(first, 2).into(inbox);
        PublishedListFixture.newChain(3).into(inbox);

        assertThat(fault()).isEqualTo(DeliveryFault.FORGED);
        assertThat(held.applied().orElseThrow().manifest().sequence()).isEqualTo(1);
        assertThat(held.questions()).isEmpty();
        new ApplyBlockLists(PartnerTestKeys.YUNHE, held).restartChain(inbox, NOW, TODAY);
        assertThat(held.questions()).containsExactly(Question.NEW_CHAIN);
        assertThat(held.applied().orElseThrow().manifest().sequence()).isEqualTo(3);
    }

    @Test
    void aChainThatSomebodyElseBeginsAnewIsForged() throws IOException {
        new PublishedListFixture().into(inbox);
        apply();
        PublishedListFixture anew = PublishedListFixture.newChain(4);
        anew.signer = PartnerTestKeys.secret("CHANGQING");
        anew.into(inbox);

        assertThat(fault()).isEqualTo(DeliveryFault.MISSING);
        assertThat(held.applied().orElseThrow().manifest().sequence()).isEqualTo(1);
    }

    @Test
    void aChainBegunAnewAfterMissingManifestsHidesNoForkOfTheLog() throws Exception {
        PublishedListFixture first = new PublishedListFixture().withCheckpoint(log, "as it was");
        first.into(inbox);
        lists().apply(inbox, NOW, TODAY);
        PublishedListFixture anew = PublishedListFixture.newChain(3).withCheckpoint(log, "rewritten");
        anew.into(inbox);

        assertThat(lists().apply(inbox, NOW, TODAY).orElseThrow())
                .isInstanceOfSatisfying(
                        Genuine.class,
                        applied -> assertThat(((VerifiedList) applied.value()).log())
                                .isEqualTo(VerifiedList.LogConsistency.FORKED));
        assertThat(PublishedListFixture.evidence(folder, "log-fork-00000003"))
                .content()
                .contains(first.checkpoint.get(), anew.checkpoint.get());
    }

    @Test
    void aForkBetweenTheFirstListsIsStored() throws Exception {
        forkInTheSecondList();

        lists().apply(inbox, NOW, TODAY);

        assertThat(held.questions()).containsExactly(Question.LOG_FORK);
        assertThat(PublishedListFixture.evidence(folder, "log-fork-00000002"))
                .content()
                .contains(held.applied().orElseThrow().manifestSha256());
    }

    @Test
    void anAnsweredQuestionDoesNotComeBackWhileTheListCannotBeApplied() throws Exception {
        forkInTheSecondList();
        LocalDate late = PublishedListFixture.USE_BY.plusDays(1);
        lists().apply(inbox, NOW, late);
        answer("log-fork-00000002");

        lists().apply(inbox, NOW, late);
        assertThat(held.questions()).isEmpty();
        lists().apply(inbox, NOW, TODAY);
        assertThat(held.applied().orElseThrow().sequence()).isEqualTo(2);
        assertThat(held.questions()).isEmpty();
    }

    @Test
    void anotherListUnderAnAnsweredSequenceIsAskedAbout() throws Exception {
        Path first = forkInTheSecondList();
        LocalDate late = PublishedListFixture.USE_BY.plusDays(1);
        lists().apply(inbox, NOW, late);
        answer("log-fork-00000002");
        second(first, "rewritten again");

        lists().apply(inbox, NOW, late);

        assertThat(held.questions()).containsExactly(Question.LOG_FORK);
        answer("log-fork-00000002");
        assertThat(names().stream().filter(name -> name.endsWith(".answered")))
                .as("the evidence of both lists")
                .hasSize(2);
    }

    @Test
    void anAnsweredQuestionAboutANewChainDoesNotComeBackWithTheListsBeforeIt() throws Exception {
        Path first = new PublishedListFixture().into(inbox);
        apply();
        PublishedListFixture anew = PublishedListFixture.newChain(4);
        byte[] late = putManifestOnly(anew);
        apply();
        answer("new-chain-00000004");
        Path second = PublishedListFixture.after(first, 2).into(inbox);
        PublishedListFixture.after(second, 3).into(inbox);

        assertThat(fault()).isEqualTo(DeliveryFault.MISSING);

        assertThat(held.applied().orElseThrow().sequence()).isEqualTo(3);
        assertThat(held.questions()).isEmpty();
        Files.write(anew.list(inbox), late);
        apply();
        assertThat(held.applied().orElseThrow().sequence()).isEqualTo(4);
        assertThat(held.questions()).isEmpty();
    }

    @Test
    void evidenceStaysAsItWasFirstStored() throws Exception {
        Path first = new PublishedListFixture().into(inbox);
        apply();
        putManifestOnly(PublishedListFixture.newChain(4));
        apply();
        Path evidence = PublishedListFixture.evidence(folder, "new-chain-00000004");
        String stored = Files.readString(evidence);
        PublishedListFixture.after(PublishedListFixture.after(first, 2).into(inbox), 3)
                .into(inbox);

        apply();

        assertThat(held.applied().orElseThrow().sequence()).isEqualTo(3);
        assertThat(evidence).hasContent(stored);
    }

    @Test
    void evidenceOfAnEarlierVersionCounts() throws IOException {
        Files.createDirectory(folder);
        Files.createFile(folder.resolve("log-fork-00000002"));

        assertThat(held.questions()).containsExactly(Question.LOG_FORK);
    }

    @Test
    void evidenceIsStoredThoughTheListCannotBeStored() throws Exception {
        forkInTheSecondList();
        Files.createDirectories(folder.resolve("draft/not-empty"));

        assertThatThrownBy(() -> lists().apply(inbox, NOW, TODAY)).isInstanceOf(IOException.class);

        assertThat(held.applied()).isEmpty();
        assertThat(held.questions()).containsExactly(Question.LOG_FORK);
    }

    /** Returns the list. */
    private byte[] putManifestOnly(PublishedListFixture published) throws IOException {
        published.into(inbox);
        byte[] list = Files.readAllBytes(published.list(inbox));
        Files.delete(published.list(inbox));
        return list;
    }

    private Path forkInTheSecondList() throws Exception {
        Path first = new PublishedListFixture().withCheckpoint(log, "as it was").into(inbox);
        second(first, "rewritten");
        return first;
    }

    private void second(Path first, String history) throws Exception {
        List<BlockListEntry> entries = new PublishedListFixture().entries;
        PublishedListFixture.deltaAfter(first, 2, entries, entries)
                .withCheckpoint(log, history)
                .into(inbox);
    }

    private void answer(String evidence) throws IOException {
        PublishedListFixture.answer(folder, evidence);
    }

    private ApplyBlockLists lists() throws Exception {
        return new ApplyBlockLists(
                PartnerTestKeys.YUNHE.withLogKey(
                        VerifierKey.parse(log.verifierKey().toString())),
                held);
    }

    @Test
    void aNewestListWithoutItsManifestIsMissed() throws IOException {
        Files.delete(new PublishedListFixture().into(inbox));

        assertThat(fault()).isEqualTo(DeliveryFault.MISSING);
    }

    @Test
    void theListIsForItsOwnersEyesOnly() throws IOException {
        new PublishedListFixture().into(inbox);
        apply();

        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            for (String name : names()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void nobodyIsCalledBeforeAListIsHeld() {
        assertThatThrownBy(() -> PublishedListFixture.find(held, new Mobile(13_810_001_234L), LIFE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No block list")
                .hasMessageNotContaining("1381000");
    }

    @Test
    void aListThatWasCutShortOnOurOwnDiskIsNotAnswered() throws IOException {
        new PublishedListFixture().into(inbox);
        apply();
        Path csv = folder.resolve("blocklist-00000001.csv");
        byte[] bytes = Files.readAllBytes(csv);
        Files.write(csv, java.util.Arrays.copyOf(bytes, bytes.length - 35));

        assertThatThrownBy(() -> PublishedListFixture.find(held, new Mobile(13_810_001_234L), LIFE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("applies a full one");
    }

    @Test
    void aListThatWasCutShortByARowOnOurOwnDiskIsNotAnswered() throws IOException {
        new PublishedListFixture().into(inbox);
        apply();
        Path csv = folder.resolve("blocklist-00000001.csv");
        String text = Files.readString(csv);
        Files.writeString(csv, text.substring(0, text.indexOf("18600000000")));

        assertThatThrownBy(() -> PublishedListFixture.find(held, new Mobile(13_810_001_234L), LIFE))
                .isInstanceOf(BlockListDamagedException.class)
                .hasMessageContaining("its length differs");
    }

    @Test
    void aRowThatWasChangedOnOurOwnDiskIsNotAnsweredAndNotShown() throws IOException {
        new PublishedListFixture().into(inbox);
        apply();
        Path csv = folder.resolve("blocklist-00000001.csv");
        Files.writeString(csv, Files.readString(csv).replace("13910005678,LIFE", "13910005678;LIFE"));

        assertThatThrownBy(() -> PublishedListFixture.find(held, new Mobile(13_910_005_678L), LIFE))
                .isInstanceOf(BlockListDamagedException.class)
                .hasMessageContaining("partner sync")
                .hasMessageNotContaining("1391000");
    }

    @Test
    void aListOfTheFormerFormatIsNotAppliedAndItsFaultSaysWhatToDo() throws IOException {
        PublishedListFixture.ofFormerFormat().into(inbox);

        VerificationResult<VerifiedList> result = apply().orElseThrow();

        assertThat(result).isInstanceOfSatisfying(NotGenuine.class, wrong -> {
            assertThat(wrong.fault()).isEqualTo(DeliveryFault.FORMER_FORMAT);
            assertThat(wrong.detail())
                    .contains("from before lines of business existed")
                    .contains("partner resync");
        });
        assertThat(held.applied()).isEmpty();
    }

    @Test
    void aFullListAfterListsOfTheFormerFormatIsApplied() throws IOException {
        Path first = PublishedListFixture.ofFormerFormat().into(inbox);
        PublishedListFixture delta = PublishedListFixture.deltaAfter(first, 2, List.of(), List.of());
        delta.lines = List.of();
        delta.csv = Optional.of("action,mobile,effective_on,expires_on\r\n".getBytes(StandardCharsets.US_ASCII));
        PublishedListFixture third = PublishedListFixture.after(delta.into(inbox), 3);
        Path full = third.into(inbox);
        PublishedListFixture.deltaAfter(full, 4, third.entries, third.entries).into(inbox);

        assertThat(apply()).hasValueSatisfying(applied -> assertThat(applied).isInstanceOf(Genuine.class));
        assertThat(held.applied().orElseThrow().manifest().sequence()).isEqualTo(4);
        assertThat(PublishedListFixture.find(held, new Mobile(13_810_001_234L), LIFE))
                .isPresent();
    }

    @Test
    void aHeldListOfTheFormerFormatAnswersNothingUntilTheNextFullListReplacesIt() throws IOException {
        Path first = PublishedListFixture.holdFormerFormat(inbox, folder);
        assertThat(held.damage())
                .hasValueSatisfying(damage -> assertThat(damage)
                        .contains("List 1 is from before lines of business existed")
                        .contains("partner sync"));
        assertThatThrownBy(() -> PublishedListFixture.find(held, new Mobile(13_810_001_234L), LIFE))
                .isInstanceOf(BlockListDamagedException.class)
                .hasMessageContaining("from before lines of business existed");

        PublishedListFixture.after(first, 2).into(inbox);

        assertThat(apply()).hasValueSatisfying(applied -> assertThat(applied).isInstanceOf(Genuine.class));
        assertThat(held.damage()).isEmpty();
        assertThat(PublishedListFixture.find(held, new Mobile(13_810_001_234L), LIFE))
                .isPresent();
        assertThat(names()).containsExactly("applied", "blocklist-00000002.csv");
    }

    private Optional<VerificationResult<VerifiedList>> apply() throws IOException {
        return new ApplyBlockLists(PartnerTestKeys.YUNHE, held).apply(inbox, NOW, TODAY);
    }

    private DeliveryFault fault() throws IOException {
        VerificationResult<VerifiedList> verificationResult = apply().orElseThrow();
        assertThat(verificationResult).isInstanceOf(NotGenuine.class);
        return ((NotGenuine<VerifiedList>) verificationResult).fault();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
