package jinbo.partner;

import static jinbo.partner.PublishedListFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import jinbo.testing.AttackTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenBlockListTest {

    @TempDir
    Path inbox;

    @TempDir
    Path elsewhere;

    private final ByteArrayOutputStream csv = new ByteArrayOutputStream();
    private Path first;
    private VerifiedList applied;

    @BeforeEach
    void theFirstListIsApplied() {
        first = new PublishedListFixture().into(inbox);
        applied = genuine(open(first, Optional.empty()));
        csv.reset();
    }

    @Test
    void anHonestListIsGenuineAndItsRowsComeOut() {
        Path second = PublishedListFixture.after(first, 2).into(inbox);

        VerifiedList list = genuine(open(second));

        assertThat(list.manifest().sequence()).isEqualTo(2);
        assertThat(list.manifestSha256()).isEqualTo(PublishedListFixture.sha256(second));
        assertThat(csv.toString(StandardCharsets.US_ASCII))
                .isEqualTo(PublishedListFixture.HEADER + "13810001234,LIFE,2026-03-10,2028-03-10\r\n"
                        + "13910005678,LIFE,2026-03-10,2028-03-10\r\n" + "18600000000,LIFE,2026-03-10,2028-03-10\r\n");
    }

    @Test
    void anEmptyListIsGenuine() {
        PublishedListFixture second = PublishedListFixture.after(first, 2);
        second.entries = List.of();

        assertThat(genuine(open(second.into(inbox))).manifest().entries()).isZero();
    }

    @Test
    void whereNoListIsHeldTheChainBeginsWithAnyFullList() {
        assertThat(open(PublishedListFixture.after(first, 2).into(inbox), Optional.empty()))
                .isInstanceOf(Genuine.class);
    }

    @Test
    void aManifestHeldBackIsMissing() throws IOException {
        Path second = PublishedListFixture.after(first, 2).into(inbox);
        Files.delete(second);

        noticed("a list without its manifest", DeliveryFault.MISSING, fault(second));
    }

    @Test
    void aListHeldBackIsMissing() throws IOException {
        PublishedListFixture second = PublishedListFixture.after(first, 2);
        Path manifest = second.into(inbox);
        Files.delete(second.list(inbox));

        assertThat(fault(manifest)).isEqualTo(DeliveryFault.MISSING);
    }

    @Test
    void aGapInTheSequenceIsMissing() {
        Path second = PublishedListFixture.after(first, 2).into(elsewhere);

        noticed(
                "a list that skips one",
                DeliveryFault.MISSING,
                fault(PublishedListFixture.after(second, 3).into(inbox)));
    }

    @Test
    void theSameListAgainIsDoubled() {
        noticed("the applied list once more", DeliveryFault.DOUBLED, fault(first));
    }

    @Test
    void aListBeforeTheAppliedOneIsReordered() {
        VerifiedList second = genuine(open(PublishedListFixture.after(first, 2).into(inbox)));

        noticed("the list before the applied one", DeliveryFault.REORDERED, fault(open(first, Optional.of(second))));
    }

    @Test
    void anOlderListUnderANewerNameIsForged() throws IOException {
        PublishedListFixture second = PublishedListFixture.after(first, 2);
        Path manifest = second.into(inbox);
        replace(first, manifest);
        replace(new PublishedListFixture().list(inbox), second.list(inbox));

        noticed("an older list and its manifest under newer names", DeliveryFault.FORGED, fault(manifest));
    }

    @Test
    void anOlderListUnderTheNameOfTheOneThatTheManifestNamesIsForged() throws IOException {
        PublishedListFixture second = PublishedListFixture.after(first, 2);
        Path manifest = second.into(inbox);
        replace(new PublishedListFixture().list(inbox), second.list(inbox));

        noticed("an older list under the name of the newest", DeliveryFault.FORGED, fault(manifest));
    }

    @Test
    void theManifestOfAnotherListIsForged() throws IOException {
        PublishedListFixture other = PublishedListFixture.after(first, 2);
        other.entries = List.of(PublishedListFixture.entry(13_000_000_000L));
        Path otherManifest = other.into(elsewhere);
        Path manifest = PublishedListFixture.after(first, 2).into(inbox);
        replace(otherManifest, manifest);

        noticed("the manifest of another list", DeliveryFault.FORGED, fault(manifest));
        assertThat(csv.size()).as("nothing is decrypted").isZero();
    }

    @Test
    void anotherInsurersListPutInPlaceIsForged() throws IOException {
        PublishedListFixture theirs = PublishedListFixture.after(first, 2);
        theirs.recipient = PartnerTestKeys.CHANGQING;
        theirs.insurer = PartnerTestKeys.CHANGQING.code();
        theirs.into(elsewhere);
        PublishedListFixture second = PublishedListFixture.after(first, 2);
        Path manifest = second.into(inbox);
        replace(theirs.list(elsewhere), second.list(inbox));

        noticed("another insurer's list under our name", DeliveryFault.FORGED, fault(manifest));
    }

    @Test
    void anotherInsurersListAndManifestUnderOurNamesAreForged() throws IOException {
        PublishedListFixture theirs = PublishedListFixture.after(first, 2);
        theirs.recipient = PartnerTestKeys.CHANGQING;
        theirs.insurer = PartnerTestKeys.CHANGQING.code();
        Path theirManifest = theirs.into(elsewhere);
        PublishedListFixture second = PublishedListFixture.after(first, 2);
        Path manifest = second.into(inbox);
        replace(theirManifest, manifest);
        replace(theirs.list(elsewhere), second.list(inbox));

        noticed("another insurer's list and manifest under our names", DeliveryFault.FORGED, fault(manifest));
    }

    @Test
    void anotherInsurersFilesUnderTheirOwnNamesAreForeign() {
        PublishedListFixture theirs = PublishedListFixture.after(first, 2);
        theirs.recipient = PartnerTestKeys.CHANGQING;
        theirs.insurer = PartnerTestKeys.CHANGQING.code();

        noticed("another insurer's files under their own names", DeliveryFault.FOREIGN, fault(theirs.into(inbox)));
    }

    @Test
    void anotherInsurersManifestSealedForUsUnderOurNameIsForeign() throws IOException {
        PublishedListFixture theirs = PublishedListFixture.after(first, 2);
        theirs.insurer = PartnerTestKeys.CHANGQING.code();
        Path theirManifest = theirs.into(elsewhere);
        Path manifest = elsewhere.resolve("blocklist-YUNHE-00000002.manifest.json.pgp");
        Genuine<jinbo.exchange.format.Manifest> clear = manifestOf(theirManifest);
        new PublishedListFixture()
                .seal(
                        elsewhere,
                        manifest.getFileName().toString(),
                        clear.value().toJson());

        noticed("another insurer's manifest, sealed for us", DeliveryFault.FOREIGN, fault(manifest));
    }

    @Test
    void aListThatIsNotEncryptedToUsByItsManifestIsForeign() {
        PublishedListFixture second = PublishedListFixture.after(first, 2);
        second.encryptedTo = Optional.of(List.of("A".repeat(40)));

        assertThat(fault(second.into(inbox))).isEqualTo(DeliveryFault.FOREIGN);
    }

    @Test
    void aChangedByteOfTheListIsForged() throws IOException {
        PublishedListFixture second = PublishedListFixture.after(first, 2);
        Path manifest = second.into(inbox);
        flip(second.list(inbox));

        assertThat(fault(manifest)).isEqualTo(DeliveryFault.FORGED);
    }

    @Test
    void aChangedByteOfTheManifestIsForged() throws IOException {
        Path manifest = PublishedListFixture.after(first, 2).into(inbox);
        flip(manifest);

        noticed("a changed byte of a manifest", DeliveryFault.FORGED, fault(manifest));
    }

    @Test
    void aListCutShortIsForged() throws IOException {
        PublishedListFixture second = PublishedListFixture.after(first, 2);
        Path manifest = second.into(inbox);
        byte[] bytes = Files.readAllBytes(second.list(inbox));
        Files.write(second.list(inbox), Arrays.copyOf(bytes, bytes.length - 1));

        noticed("a list cut short", DeliveryFault.FORGED, fault(manifest));
    }

    @Test
    void aListSignedByTheInsurerItselfIsForged() {
        PublishedListFixture second = PublishedListFixture.after(first, 2);
        second.signer = PartnerTestKeys.secret("YUNHE");

        assertThat(open(second.into(inbox))).isInstanceOfSatisfying(NotGenuine.class, wrong -> {
            assertThat(wrong.fault()).isEqualTo(DeliveryFault.FORGED);
            assertThat(wrong.detail()).contains("none of the accepted signers'");
        });
    }

    @Test
    void twoManifestsOfOneSequenceAreAFork() {
        PublishedListFixture other = new PublishedListFixture();
        other.entries = List.of();

        assertThat(fault(other.into(elsewhere))).isEqualTo(DeliveryFault.FORKED);
    }

    @Test
    void aListThatFollowsAnotherHistoryIsAFork() {
        PublishedListFixture other = new PublishedListFixture();
        other.entries = List.of();

        assertThat(fault(PublishedListFixture.after(other.into(elsewhere), 2).into(inbox)))
                .isEqualTo(DeliveryFault.FORKED);
    }

    @Test
    void aListWhoseRowsDigestOrHashAreOthersThanItsManifestSaysIsMalformed() {
        PublishedListFixture rows = PublishedListFixture.after(first, 2);
        rows.rowsTooMany = 1;
        PublishedListFixture digest = PublishedListFixture.after(first, 2);
        digest.listDigest = Optional.of("0".repeat(64));
        PublishedListFixture hash = PublishedListFixture.after(first, 2);
        hash.contentSha256 = Optional.of("0".repeat(64));

        for (PublishedListFixture wrong : List.of(rows, digest, hash)) {
            assertThat(fault(wrong.into(inbox))).isEqualTo(DeliveryFault.MALFORMED);
        }
    }

    @Test
    void rowsDoubledOrOutOfOrderAreMalformed() {
        String header = PublishedListFixture.HEADER;
        String low = "13810001234,LIFE,2026-03-10,2028-03-10\r\n";
        String otherLine = "13810001234,MOTOR,2026-03-10,2028-03-10\r\n";
        String high = "13910005678,LIFE,2026-03-10,2028-03-10\r\n";

        for (String rows : List.of(header + low + low, header + high + low, header + otherLine + low)) {
            PublishedListFixture second = PublishedListFixture.after(first, 2);
            second.csv = Optional.of(rows.getBytes(StandardCharsets.US_ASCII));
            assertThat(open(second.into(inbox))).isInstanceOfSatisfying(NotGenuine.class, wrong -> {
                assertThat(wrong.fault()).isEqualTo(DeliveryFault.MALFORMED);
                assertThat(wrong.detail()).contains("line 3").doesNotContain("1381000", "1391000");
            });
        }
    }

    @Test
    void aDeltaIsNotAppliedAsIfItWereWhole() {
        PublishedListFixture second = PublishedListFixture.after(first, 2);
        second.kind = ListKind.DELTA;

        assertThat(fault(second.into(inbox))).isEqualTo(DeliveryFault.MALFORMED);
    }

    @Test
    void aManifestAboutAnotherSequenceThanItsNameIsMalformed() {
        PublishedListFixture second = PublishedListFixture.after(first, 2);
        second.sequenceInName = 3;

        assertThat(fault(second.into(inbox))).isEqualTo(DeliveryFault.MALFORMED);
    }

    @Test
    void aSignatureOlderThanThirtyDaysAtReceiptIsForged() throws IOException {
        Path second = PublishedListFixture.after(first, 2).into(inbox);

        assertThat(fault(new OpenOneList(PartnerTestKeys.YUNHE)
                        .open(second, Optional.of(applied), NOW.plus(Duration.ofDays(31)), csv)))
                .isEqualTo(DeliveryFault.FORGED);
    }

    @Test
    void aListSealedToAFormerKeyOfOursIsStillGenuine() throws IOException {
        Path second = PublishedListFixture.after(first, 2).into(inbox);
        SecretKeys next = SecretKeys.generate("Yunhe <next@yunhe.example>", NOW.minusSeconds(60));
        Partner withNewKey = new Partner(
                PartnerTestKeys.YUNHE.code(),
                new PartnerKeys(
                        List.of(next, PartnerTestKeys.secret("YUNHE")),
                        Set.of(PartnerTestKeys.ASSOCIATION.certificate())));

        assertThat(new OpenOneList(withNewKey).open(second, Optional.of(applied), NOW, csv))
                .isInstanceOf(Genuine.class);
    }

    @Test
    void neitherAResultNorAVerifiedListShowsItsContent() {
        VerificationResult<VerifiedList> result =
                open(PublishedListFixture.after(first, 2).into(inbox));

        assertThat(result.toString()).doesNotContain(applied.manifest().contentSha256());
        assertThat(genuine(result).toString()).isEqualTo("VerifiedList[YUNHE 2]");
    }

    private VerificationResult<VerifiedList> open(Path manifest) {
        return open(manifest, Optional.of(applied));
    }

    private VerificationResult<VerifiedList> open(Path manifest, Optional<VerifiedList> last) {
        try {
            return new OpenOneList(PartnerTestKeys.YUNHE).open(manifest, last, NOW, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void noticed(String sent, DeliveryFault expected, DeliveryFault seen) {
        AttackTable.row("to an insurer: " + sent, expected.toString(), seen.toString());
    }

    private DeliveryFault fault(Path manifest) {
        return fault(open(manifest));
    }

    private static DeliveryFault fault(VerificationResult<VerifiedList> verificationResult) {
        assertThat(verificationResult).isInstanceOf(NotGenuine.class);
        return ((NotGenuine<VerifiedList>) verificationResult).fault();
    }

    private static VerifiedList genuine(VerificationResult<VerifiedList> verificationResult) {
        assertThat(verificationResult).isInstanceOf(Genuine.class);
        return ((Genuine<VerifiedList>) verificationResult).value();
    }

    private Genuine<jinbo.exchange.format.Manifest> manifestOf(Path sealed) throws IOException {
        return (Genuine<jinbo.exchange.format.Manifest>)
                new OpenDeliveredFile(PartnerTestKeys.YUNHE).open(sealed, NOW, jinbo.exchange.format.Manifest::read);
    }

    private static void replace(Path by, Path target) throws IOException {
        Files.copy(by, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
