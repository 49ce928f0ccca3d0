package jinbo.partner;

import static jinbo.partner.PublishedListFixture.LIFE;
import static jinbo.partner.PublishedListFixture.MOTOR;
import static jinbo.partner.PublishedListFixture.NOW;
import static jinbo.partner.PublishedListFixture.TODAY;
import static jinbo.partner.PublishedListFixture.USE_BY;
import static jinbo.partner.PublishedListFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.BlockListChange;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.ListDigest;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Deltas are applied completely or not at all. */
class ApplyDeltasTest {

    private static final List<BlockListEntry> FIRST =
            List.of(entry(13_810_001_234L), entry(13_910_005_678L), entry(18_600_000_000L));
    private static final List<BlockListEntry> SECOND =
            List.of(entry(13_000_000_001L), longer(13_910_005_678L), entry(18_600_000_000L), entry(19_900_000_000L));
    private static final List<BlockListEntry> THIRD = List.of(entry(13_000_000_001L), entry(19_900_000_000L));

    @TempDir
    private Path home;

    private Path inbox;
    private Path folder;
    private LocalBlockList held;
    private Path first;

    @BeforeEach
    void theFirstListIsHeld() throws IOException {
        inbox = Files.createDirectory(home.resolve("inbox"));
        folder = home.resolve("held");
        held = new LocalBlockList(folder);
        first = new PublishedListFixture().into(inbox);
        assertThat(applied()).isEqualTo(1);
    }

    @Test
    void aDeltaAddsChangesAndRemoves() throws IOException {
        PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(inbox);

        assertThat(applied()).isEqualTo(2);
        assertHeld(SECOND);
        assertThat(PublishedListFixture.find(held, new Mobile(13_810_001_234L), LIFE))
                .isEmpty();
    }

    @Test
    void aDeltaChangesANumberInOneLineAndLeavesTheOthersAlone() throws IOException {
        long number = 13_810_001_234L;
        List<BlockListEntry> after = List.of(
                entry(number, new LineCode("AGRICULTURE1")),
                entry(number),
                entry(number, MOTOR),
                entry(13_910_005_678L, MOTOR),
                entry(18_600_000_000L));
        Path second = PublishedListFixture.deltaAfter(first, 2, FIRST, after).into(inbox);
        assertThat(applied()).isEqualTo(2);
        assertHeld(after);
        PublishedListFixture.deltaAfter(second, 3, after, after.subList(2, 4)).into(inbox);

        assertThat(applied()).isEqualTo(3);
        assertHeld(after.subList(2, 4));
        assertThat(PublishedListFixture.find(held, new Mobile(number), LIFE)).isEmpty();
    }

    @Test
    void anEmptyDeltaChangesNothingButTheList() throws IOException {
        PublishedListFixture.deltaAfter(first, 2, FIRST, FIRST).into(inbox);

        assertThat(applied()).isEqualTo(2);
        assertHeld(FIRST);
    }

    @Test
    void aDeltaMayRemoveEverything() throws IOException {
        PublishedListFixture.deltaAfter(first, 2, FIRST, List.of()).into(inbox);

        assertThat(applied()).isEqualTo(2);
        assertHeld(List.of());
    }

    @Test
    void severalDeltasAreAppliedInTheirOrder() throws IOException {
        Path second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(inbox);
        PublishedListFixture.deltaAfter(second, 3, SECOND, THIRD).into(inbox);

        assertThat(applied()).isEqualTo(3);
        assertHeld(THIRD);
    }

    @Test
    void aDeltaOfYesterdayThatIsOutOfDateIsAppliedOnTheWayToOneThatIsNot() throws IOException {
        PublishedListFixture stale = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND);
        stale.useBy = TODAY.minusDays(1);
        PublishedListFixture.deltaAfter(stale.into(inbox), 3, SECOND, THIRD).into(inbox);

        assertThat(applied()).isEqualTo(3);
        assertHeld(THIRD);
    }

    @Test
    void aLaterFullListIsJumpedToWhenTheManifestsBetweenAreGenuine() throws IOException {
        PublishedListFixture lost = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND);
        Path second = lost.into(inbox);
        Files.delete(lost.list(inbox));
        PublishedListFixture full = PublishedListFixture.after(second, 3);
        full.entries = THIRD;
        Path third = full.into(inbox);
        PublishedListFixture.deltaAfter(third, 4, THIRD, SECOND).into(inbox);

        assertThat(applied()).isEqualTo(4);
        assertHeld(SECOND);
    }

    @Test
    void listsBeforeAFaultyFullListAreApplied() throws IOException {
        Path second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(inbox);
        PublishedListFixture full = PublishedListFixture.after(second, 3);
        PublishedListFixture.deltaAfter(full.into(inbox), 4, FIRST, THIRD).into(inbox);
        Files.delete(full.list(inbox));

        assertFault(apply(), DeliveryFault.MISSING, "00000003-full");
        assertThat(sequence()).isEqualTo(2);
        assertHeld(SECOND);
    }

    @Test
    void listsBeforeTheFaultyFullListOfANewChainAreApplied() throws IOException {
        PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(inbox);
        PublishedListFixture restarted = new PublishedListFixture();
        restarted.sequence = 4;
        restarted.into(inbox);
        Files.writeString(restarted.list(inbox), "other bytes");

        assertFault(apply(), DeliveryFault.FORGED, "00000004-full");
        assertThat(sequence()).isEqualTo(2);
        assertHeld(SECOND);
    }

    @Test
    void anInsurerThatHoldsNothingBeginsWithTheNewestFullList() throws IOException {
        Path second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(inbox);
        PublishedListFixture full = PublishedListFixture.after(second, 3);
        full.entries = THIRD;
        PublishedListFixture.deltaAfter(full.into(inbox), 4, THIRD, SECOND).into(inbox);
        LocalBlockList none = new LocalBlockList(home.resolve("none"));

        assertThat(new ApplyBlockLists(PartnerTestKeys.YUNHE, none)
                        .apply(inbox, NOW, TODAY)
                        .orElseThrow())
                .isInstanceOf(Genuine.class);

        assertThat(none.content().listDigest()).isEqualTo(digest(SECOND));
    }

    @Test
    void aDeltaWithoutAListToChangeIsMissed() throws IOException {
        Path own = Files.createDirectory(home.resolve("deltas"));
        PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(own);
        LocalBlockList none = new LocalBlockList(home.resolve("none"));

        assertFault(
                new ApplyBlockLists(PartnerTestKeys.YUNHE, none).apply(own, NOW, TODAY),
                DeliveryFault.MISSING,
                "resync");
        assertThat(none.applied()).isEmpty();
    }

    @Test
    void aMissingDeltaIsNamedAndThoseBeforeItAreApplied() throws IOException {
        Path second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(inbox);
        Path third = PublishedListFixture.deltaAfter(second, 3, SECOND, THIRD).into(inbox);
        PublishedListFixture.deltaAfter(third, 4, THIRD, FIRST).into(inbox);
        Files.delete(third);

        assertFault(apply(), DeliveryFault.MISSING, "00000003");
        assertThat(sequence()).isEqualTo(2);
        assertHeld(SECOND);
    }

    @Test
    void aDeltaWhoseListWasHeldBackIsMissing() throws IOException {
        PublishedListFixture second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND);
        second.into(inbox);
        Files.delete(second.list(inbox));

        assertFault(apply(), DeliveryFault.MISSING, "00000002-delta");
        assertHeld(FIRST);
    }

    @Test
    void aDoubledListIsForgedUnderTheNextName() throws IOException {
        Path second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(inbox);
        assertThat(applied()).isEqualTo(2);
        copy(second, "blocklist-YUNHE-00000003.manifest.json.pgp");
        copy(inbox.resolve("blocklist-YUNHE-00000002-delta.csv.pgp"), "blocklist-YUNHE-00000003-delta.csv.pgp");

        assertFault(apply(), DeliveryFault.FORGED, "00000003");
        assertHeld(SECOND);
    }

    @Test
    void aDoubledOrAnOlderListIsNamedWhereItIsOfferedAgain() throws IOException {
        Path second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(inbox);
        assertThat(applied()).isEqualTo(2);
        OpenManifest manifests = new OpenManifest(PartnerTestKeys.YUNHE);

        assertThat(fault(manifests.open(second, held.applied(), NOW))).isEqualTo(DeliveryFault.DOUBLED);
        assertThat(fault(manifests.open(first, held.applied(), NOW))).isEqualTo(DeliveryFault.REORDERED);
    }

    @Test
    void aListIsGoodOnItsLastDayAndStaleAfterIt() throws IOException {
        PublishedListFixture.after(first, 2).into(inbox);
        ApplyBlockLists lists = new ApplyBlockLists(PartnerTestKeys.YUNHE, held);

        assertFault(lists.apply(inbox, NOW, USE_BY.plusDays(1)), DeliveryFault.STALE, "could be used until");
        assertThat(lists.apply(inbox, NOW, USE_BY).orElseThrow()).isInstanceOf(Genuine.class);
    }

    @Test
    void aStaleDeltaIsNotApplied() throws IOException {
        PublishedListFixture second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND);
        second.useBy = TODAY.minusDays(1);
        second.into(inbox);

        assertFault(apply(), DeliveryFault.STALE, "could be used until");
        assertHeld(FIRST);
    }

    @Test
    void aForeignDeltaIsNamed() throws IOException {
        PublishedListFixture foreign = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND);
        foreign.insurer = PartnerTestKeys.CHANGQING.code();
        foreign.into(inbox);

        assertFault(apply(), DeliveryFault.FOREIGN, "CHANGQING");
        assertHeld(FIRST);
    }

    @Test
    void aDeltaThatSomebodyElseSignedIsForged() throws IOException {
        PublishedListFixture second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND);
        second.signer = PartnerTestKeys.secret("CHANGQING");
        second.into(inbox);

        assertFault(apply(), DeliveryFault.FORGED, "00000002");
        assertHeld(FIRST);
    }

    @Test
    void aDeltaThatWasChangedOnTheWayIsForged() throws IOException {
        PublishedListFixture second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND);
        second.into(inbox);
        byte[] bytes = Files.readAllBytes(second.list(inbox));
        bytes[bytes.length / 2] ^= 1;
        Files.write(second.list(inbox), bytes);

        assertFault(apply(), DeliveryFault.FORGED, "changed");
        assertHeld(FIRST);
    }

    @Test
    void aDeltaAfterAnotherListThanOursIsForked() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        PublishedListFixture other = new PublishedListFixture();
        other.entries = THIRD;
        PublishedListFixture.deltaAfter(other.into(elsewhere), 2, THIRD, SECOND).into(inbox);

        assertFault(apply(), DeliveryFault.FORKED, "another list");
        assertHeld(FIRST);
    }

    @Test
    void aDeltaThatIsNotWhatItsManifestSaysIsMalformed() throws IOException {
        PublishedListFixture second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND);
        second.contentSha256 = Optional.of("0".repeat(64));
        second.into(inbox);

        assertFault(apply(), DeliveryFault.MALFORMED, "does not hold");
        assertHeld(FIRST);
    }

    @Test
    void aDigestThatDiffersAfterADeltaIsNamedAndNothingIsApplied() throws IOException {
        PublishedListFixture second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND);
        second.listDigest = Optional.of("0".repeat(64));
        second.into(inbox);

        assertFault(apply(), DeliveryFault.DIFFERS, "resync");
        assertThat(sequence()).isEqualTo(1);
        assertFileHolds(FIRST);
        assertThat(SECOND)
                .as("until a list fits, nobody is called whom either of the two spares")
                .allSatisfy(entry -> assertThat(PublishedListFixture.find(held, entry.mobile(), entry.line())
                                .orElseThrow()
                                .expiresOn())
                        .isAfterOrEqualTo(entry.expiresOn()));
    }

    @Test
    void aNumberOfEntriesThatDiffersAfterADeltaIsNamedAndNothingIsApplied() throws IOException {
        PublishedListFixture second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND);
        second.entriesTooMany = 1;
        second.into(inbox);

        assertFault(apply(), DeliveryFault.DIFFERS, "instead of 5");
        assertFileHolds(FIRST);
    }

    @Test
    void aChangeThatDoesNotFitIsNamedAndNothingIsApplied() throws IOException {
        List<List<BlockListChange>> misfits = List.of(
                List.of(new BlockListChange.Add(entry(13_810_001_234L))),
                List.of(new BlockListChange.Change(entry(13_000_000_000L))),
                List.of(new BlockListChange.Change(entry(13_810_001_234L, MOTOR))),
                List.of(new BlockListChange.Remove(new Mobile(13_810_001_234L), MOTOR)),
                List.of(new BlockListChange.Remove(new Mobile(19_999_999_999L), LIFE)));
        for (List<BlockListChange> misfit : misfits) {
            PublishedListFixture second = PublishedListFixture.deltaAfter(first, 2, FIRST, FIRST);
            second.changes = Optional.of(misfit);
            second.into(inbox);

            assertFault(apply(), DeliveryFault.DIFFERS, "do not fit: 1");
            assertHeld(FIRST);
        }
    }

    @Test
    void theNumbersOfADeltaThatDoesNotFitAreSparedUntilTheNextListIsHeld() throws IOException {
        PublishedListFixture wrong = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND);
        wrong.listDigest = Optional.of("0".repeat(64));
        Path second = wrong.into(inbox);
        assertFault(apply(), DeliveryFault.DIFFERS, "resync");

        assertThat(PublishedListFixture.find(held, new Mobile(13_000_000_001L), LIFE))
                .as("added there")
                .contains(entry(13_000_000_001L));
        assertThat(PublishedListFixture.find(held, new Mobile(13_810_001_234L), LIFE))
                .as("removed there")
                .isPresent();
        PublishedListFixture full = PublishedListFixture.after(second, 3);
        full.entries = FIRST;
        full.into(inbox);
        assertThat(applied()).isEqualTo(3);
        assertThat(PublishedListFixture.find(held, new Mobile(13_000_000_001L), LIFE))
                .isEmpty();
    }

    @Test
    void aListThatDiffersIsMendedByTheNextFullOne() throws IOException {
        PublishedListFixture wrong = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND);
        wrong.listDigest = Optional.of("0".repeat(64));
        Path second = wrong.into(inbox);
        assertFault(apply(), DeliveryFault.DIFFERS, "resync");
        PublishedListFixture full = PublishedListFixture.after(second, 3);
        full.entries = SECOND;
        full.into(inbox);

        assertThat(applied()).isEqualTo(3);
        assertHeld(SECOND);
    }

    @Test
    void aHeldListThatWasDamagedOnOurOwnDiskIsSeenAtTheNextDelta() throws IOException {
        Path csv = folder.resolve("blocklist-00000001.csv");
        Files.writeString(csv, Files.readString(csv).replace("2028-03-10", "2027-03-10"));
        PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(inbox);

        assertFault(apply(), DeliveryFault.DIFFERS, "do not fit: 0");
        assertThat(sequence()).isEqualTo(1);
    }

    @Test
    void aProgramThatDiedWhileItWroteADraftBeginsItAgain() throws IOException {
        Files.writeString(folder.resolve("draft"), PublishedListFixture.HEADER + "13810001234,LIFE,2026-03");
        assertHeld(FIRST);
        PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(inbox);

        assertThat(applied()).isEqualTo(2);
        assertHeld(SECOND);
        assertThat(folder).isDirectoryNotContaining("glob:**draft");
    }

    @Test
    void aProgramThatDiedBeforeItNotedTheNewListHoldsTheOldOneWhole() throws IOException {
        PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(inbox);
        byte[] note = Files.readAllBytes(folder.resolve("applied"));
        byte[] old = Files.readAllBytes(folder.resolve("blocklist-00000001.csv"));
        assertThat(applied()).isEqualTo(2);
        Files.write(folder.resolve("applied"), note);
        Files.write(folder.resolve("blocklist-00000001.csv"), old);

        assertThat(sequence()).isEqualTo(1);
        assertHeld(FIRST);
        assertThat(applied()).as("and applies it again").isEqualTo(2);
        assertHeld(SECOND);
    }

    @Test
    void aProgramThatDiedBeforeItTookTheOldListAwayHoldsTheNewOneWhole() throws IOException {
        Path second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(inbox);
        byte[] old = Files.readAllBytes(folder.resolve("blocklist-00000001.csv"));
        assertThat(applied()).isEqualTo(2);
        Files.write(folder.resolve("blocklist-00000001.csv"), old);

        assertHeld(SECOND);
        PublishedListFixture.deltaAfter(second, 3, SECOND, THIRD).into(inbox);
        assertThat(applied()).isEqualTo(3);
        assertHeld(THIRD);
        assertThat(folder).isDirectoryNotContaining("glob:**00000001.csv");
    }

    @Test
    void whereListsAreLostForGoodTheChainIsBegunAnewOnlyWhenAsked() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Path second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(elsewhere);
        PublishedListFixture full = PublishedListFixture.after(second, 3);
        full.entries = THIRD;
        full.into(inbox);
        assertFault(apply(), DeliveryFault.MISSING, "00000002");

        assertThat(new ApplyBlockLists(PartnerTestKeys.YUNHE, held)
                        .restartChain(inbox, NOW, TODAY)
                        .orElseThrow())
                .isInstanceOf(Genuine.class);

        assertThat(sequence()).isEqualTo(3);
        assertHeld(THIRD);
    }

    @Test
    void beginningAnewNeverLeadsBackToAFullListThatIsOlder() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Path second = PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(inbox);
        assertThat(applied()).isEqualTo(2);
        Path third = PublishedListFixture.deltaAfter(second, 3, SECOND, THIRD).into(elsewhere);
        PublishedListFixture.deltaAfter(third, 4, THIRD, SECOND).into(inbox);

        assertFault(
                new ApplyBlockLists(PartnerTestKeys.YUNHE, held).restartChain(inbox, NOW, TODAY),
                DeliveryFault.MISSING,
                "resync");

        assertThat(sequence()).isEqualTo(2);
        assertHeld(SECOND);
    }

    @Test
    @Timeout(30)
    void filesThatOnlyHaveTheNamesOfALaterFullListHinderNoGenuineOne() throws IOException {
        PublishedListFixture.deltaAfter(first, 2, FIRST, SECOND).into(inbox);
        for (int sequence : List.of(3, 99_999_999)) {
            PublishedListFixture other = new PublishedListFixture();
            other.sequence = sequence;
            Files.writeString(other.list(inbox), "anything");
            Files.writeString(inbox.resolve("blocklist-YUNHE-%08d.manifest.json.pgp".formatted(sequence)), "anything");
        }

        assertFault(apply(), DeliveryFault.FORGED, "00000003");
        assertThat(sequence()).isEqualTo(2);
        assertHeld(SECOND);

        held = new LocalBlockList(home.resolve("an insurer that holds nothing"));
        assertFault(apply(), DeliveryFault.FORGED, "00000003");
        assertThat(sequence()).isEqualTo(2);
        assertHeld(SECOND);
    }

    private static BlockListEntry longer(long mobile) {
        BlockListEntry entry = entry(mobile);
        return new BlockListEntry(
                entry.mobile(),
                entry.line(),
                entry.effectiveOn(),
                entry.expiresOn().plusMonths(6));
    }

    private static String digest(List<BlockListEntry> entries) {
        ListDigest digest = new ListDigest();
        entries.forEach(digest::add);
        return digest.hex();
    }

    private void copy(Path from, String name) throws IOException {
        Files.copy(from, inbox.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<VerificationResult<VerifiedList>> apply() throws IOException {
        return new ApplyBlockLists(PartnerTestKeys.YUNHE, held).apply(inbox, NOW, TODAY);
    }

    private int applied() throws IOException {
        assertThat(apply().orElseThrow()).isInstanceOf(Genuine.class);
        return sequence();
    }

    private int sequence() throws IOException {
        return held.applied().orElseThrow().manifest().sequence();
    }

    private void assertFileHolds(List<BlockListEntry> entries) throws IOException {
        assertThat(held.content().listDigest()).isEqualTo(digest(entries));
        assertThat(held.content().rows()).isEqualTo(entries.size());
    }

    private void assertHeld(List<BlockListEntry> entries) throws IOException {
        assertFileHolds(entries);
        List<BlockListEntry> found = new ArrayList<>();
        for (BlockListEntry entry : entries) {
            PublishedListFixture.find(held, entry.mobile(), entry.line()).ifPresent(found::add);
        }
        assertThat(found).isEqualTo(entries);
    }

    private static DeliveryFault fault(VerificationResult<VerifiedList> verificationResult) {
        assertThat(verificationResult).isInstanceOf(NotGenuine.class);
        return ((NotGenuine<VerifiedList>) verificationResult).fault();
    }

    private static void assertFault(
            Optional<VerificationResult<VerifiedList>> verificationResult, DeliveryFault fault, String detail) {
        assertThat(fault(verificationResult.orElseThrow())).isEqualTo(fault);
        assertThat(((NotGenuine<VerifiedList>) verificationResult.get()).detail())
                .contains(detail);
    }
}
