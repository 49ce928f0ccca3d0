package jinbo.partner;

import static jinbo.partner.PublishedListFixture.NOW;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.AlteredCertificate;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.Compression;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.KeyRevocation;
import jinbo.exchange.openpgp.SealRequest;
import jinbo.exchange.openpgp.Sealer;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.openpgp.SecretKeys.KeyPlan;
import jinbo.participant.insurer.InsurerCode;
import jinbo.partner.AssociationCertificates.State;
import jinbo.partner.PartnerSettings.DropPlace;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.partner.VerificationResult.NotGenuine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revocations of received certificates are applied at once; additions wait. */
class IngestInboxCertificatesTest {

    private static final CryptoPolicy POLICY = CryptoPolicy.standard();
    private static final Instant LONG_AFTER = Instant.parse("2099-01-01T00:00:00Z");

    private final SecretKeys first = SecretKeys.generate("first", NOW.minus(Duration.ofDays(9)));
    private final SecretKeys second = SecretKeys.generate("second", NOW.minus(Duration.ofDays(8)));
    private final SecretKeys third = SecretKeys.generate("third", NOW.minus(Duration.ofDays(7)));

    @TempDir
    private Path home;

    private PartnerFolder folder;
    private int files;

    @BeforeEach
    void aFolder() throws IOException {
        folder = new PartnerFolder(home.resolve("partner")).create();
        named(first, second);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aThiefsFileOfTheSameVisitBringsNoRevokedKeyBack(boolean thiefComesFirst) throws IOException {
        Certificate softly = first.revoked(first.certificate(), new KeyRevocation(LONG_AFTER, false, "later"));
        if (thiefComesFirst) {
            place(first, softly);
        }
        place(second, compromised(first));
        if (!thiefComesFirst) {
            place(first, softly);
        }

        ingest();

        assertThat(counting(first).revocation().orElseThrow().compromised()).isTrue();
        assertThat(counting(first).signingKeys(NOW, POLICY)).isEmpty();
        place(second, softly);
        assertThat(ingest()).contains("KNOWN");
        assertThat(counting(first).signingKeys(NOW, POLICY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatAKeyOffersThatIsRevokedInTheSameVisitDoesNotWait(boolean thiefComesFirst) throws IOException {
        if (thiefComesFirst) {
            place(first, third.certificate());
        }
        place(second, compromised(first));
        if (!thiefComesFirst) {
            place(first, third.certificate());
        }

        assertThat(ingest()).containsExactlyInAnyOrder("REVOKED", "FORGED");
        assertThat(kept(State.WAITING)).isEmpty();
    }

    @Test
    void aKeyMayRevokeItself() throws IOException {
        place(first, compromised(first));

        assertThat(ingest()).containsExactly("REVOKED");
        assertThat(counting(first).signingKeys(NOW, POLICY)).isEmpty();
        assertThat(ingest()).as("taken in once").isEmpty();
    }

    @Test
    void aRevocationCountsThoughItsSignerIsRevokedInTheSameVisit() throws IOException {
        place(second, compromised(first));
        place(first, compromised(second));

        assertThat(ingest()).containsExactly("REVOKED", "REVOKED");
        assertThat(counting(second).signingKeys(NOW, POLICY)).isEmpty();
    }

    @Test
    void twoCopiesThatAddDifferentThingsWaitAsOne() throws IOException {
        Certificate one = AlteredCertificate.withAnotherName(first.certificate(), "one");
        Certificate other = AlteredCertificate.withAnotherName(first.certificate(), "other");
        place(second, one);
        place(second, other);

        assertThat(ingest()).containsExactly("WAITING", "WAITING");
        assertThat(decide().accept(first.certificate().fingerprint(), NOW).userIds())
                .contains("first", "one", "other");
        assertThat(counting(first).userIds()).contains("one", "other");
    }

    @Test
    void aStolenKeyThatWaitsCannotBeAccepted() throws IOException {
        place(first, third.certificate());
        assertThat(ingest()).containsExactly("WAITING");
        place(first, compromised(third));

        assertThat(ingest()).containsExactly("REVOKED");

        assertThat(kept(State.WAITING)).isEmpty();
        assertThat(kept(State.REVOKED)).hasSize(1);
        assertNotGood(third);
        place(first, third.certificate());
        assertThat(ingest()).as("an unrevoked copy").containsExactly("KNOWN");
        assertThat(kept(State.WAITING)).isEmpty();
        assertNotGood(third);
    }

    @Test
    void aStolenKeyThatWasRefusedCannotBeAccepted() throws IOException {
        place(first, third.certificate());
        ingest();
        assertThat(decide().refuse(third.certificate().fingerprint(), NOW).counts())
                .isFalse();
        place(first, compromised(third));

        assertThat(ingest()).containsExactly("REVOKED");

        assertThat(kept(State.REFUSED)).hasSize(1);
        assertNotGood(third);
    }

    @Test
    void theRevocationOfAKeyThatWasNeverHereIsNoFaultAndCountsIfTheKeyIsNamedLater() throws IOException {
        place(first, compromised(third));
        assertThat(ingest()).containsExactly("REVOKED");
        place(first, compromised(third));
        assertThat(ingest()).containsExactly("KNOWN");

        assertNotGood(third);
        named(first, second, third);
        assertThat(counting(third).signingKeys(NOW, POLICY)).isEmpty();
    }

    @Test
    void aKeyThatRetiresLaterMayBeAcceptedAndEndsThen() throws IOException {
        Instant end = NOW.plus(Duration.ofDays(10));
        place(first, third.revoked(third.certificate(), new KeyRevocation(end, false, "superseded")));

        assertThat(ingest()).containsExactly("WAITING");

        decide().accept(third.certificate().fingerprint(), NOW);
        assertThat(counting(third).signingKeys(NOW, POLICY)).isNotEmpty();
        assertThat(counting(third).signingKeys(end, POLICY)).isEmpty();
    }

    @Test
    void whatWasSaidAgainstAKeyThatWaitsHoldsAfterItWasNamedByHand() throws IOException {
        Certificate retires =
                third.revoked(third.certificate(), new KeyRevocation(NOW.minusSeconds(1), false, "superseded"));
        place(first, third.certificate());
        ingest();
        named(first, second, third);
        place(first, retires);

        assertThat(ingest()).containsExactly("REVOKED");

        assertThat(kept(State.WAITING)).isEmpty();
        assertThat(counting(third).signingKeys(NOW, POLICY)).isEmpty();
    }

    @Test
    void aKeyThatHasExpiredMeanwhileCannotBeAccepted() throws IOException {
        Instant end = NOW.plus(Duration.ofDays(10));
        SecretKeys ends =
                SecretKeys.generate(new KeyPlan("ends", NOW.minusSeconds(60), Optional.empty(), Optional.of(end)));
        place(first, ends.certificate());
        assertThat(ingest()).containsExactly("WAITING");

        assertThatThrownBy(() -> decide().accept(ends.certificate().fingerprint(), end))
                .is(error(PartnerError.CERTIFICATE_NOT_GOOD))
                .hasMessageContaining("expired");
        assertThat(kept(State.WAITING)).hasSize(1);
    }

    @Test
    void theRefusalOfACopyOfWhatCountsBindsToWhatThatCopyAdds() throws IOException {
        Certificate thiefs = AlteredCertificate.withAnotherName(first.certificate(), "a thief's");
        place(second, thiefs);
        ingest();

        assertThat(decide().refuse(first.certificate().fingerprint(), NOW).counts())
                .isTrue();

        assertThat(counting(first).signingKeys(NOW, POLICY)).as("it counts").isNotEmpty();
        place(second, thiefs);
        assertThat(ingest()).containsExactly("REFUSED");
        place(second, AlteredCertificate.withAnotherName(first.certificate(), "the association's"));
        assertThat(ingest()).containsExactly("WAITING");
        decide().accept(first.certificate().fingerprint(), NOW);
        assertThat(counting(first).userIds()).containsExactlyInAnyOrder("first", "the association's");
    }

    @Test
    void whatWouldJoinTooLargeIsToldAndNothingElseStopsForIt() throws IOException {
        Certificate large = AlteredCertificate.withNames(first.certificate(), "large ".repeat(10_000), 3);
        Certificate other = AlteredCertificate.withNames(first.certificate(), "other ".repeat(10_000), 3);
        place(second, large);
        place(second, other);
        place(second, third.certificate());

        assertThat(ingest()).containsExactly("WAITING", "MALFORMED", "WAITING");

        decide().accept(first.certificate().fingerprint(), NOW);
        place(second, compromised(first));
        assertThat(ingest()).containsExactly("MALFORMED", "REVOKED");
        assertThat(counting(first).signingKeys(NOW, POLICY)).isEmpty();
    }

    private void assertNotGood(SecretKeys keys) {
        assertThatThrownBy(() -> decide().accept(keys.certificate().fingerprint(), NOW))
                .is(error(PartnerError.CERTIFICATE_NOT_GOOD))
                .hasMessageContaining("revoked");
    }

    private static Certificate compromised(SecretKeys keys) {
        return keys.revoked(keys.certificate(), new KeyRevocation(NOW.minusSeconds(60), true, "stolen"));
    }

    private Certificate counting(SecretKeys keys) throws IOException {
        return new TrustedAssociationCertificates(folder, settings())
                .find(keys.certificate().fingerprint())
                .orElseThrow();
    }

    private List<AssociationCertificates.Kept> kept(State state) throws IOException {
        return new AssociationCertificates(folder).in(state);
    }

    private DecideOnCertificate decide() {
        return new DecideOnCertificate(folder, settings(), POLICY);
    }

    /** Like a command, which loads the trusted certificates first. */
    private List<String> ingest() throws IOException {
        Partner partner = new Partner(
                new InsurerCode("YUNHE"),
                new PartnerKeys(
                        List.of(PartnerTestKeys.secret("YUNHE")),
                        Set.copyOf(new TrustedAssociationCertificates(folder, settings()).all())));
        List<String> outcomes = new ArrayList<>();
        for (VerificationResult<OfferCertificate.Offered> verificationResult : new IngestInboxCertificates(
                        folder, settings(), partner, SampleKeys.allowedIf(true))
                .all()
                .values()) {
            outcomes.add(
                    verificationResult instanceof Genuine<OfferCertificate.Offered> genuine
                            ? genuine.value().outcome().name()
                            : ((NotGenuine<OfferCertificate.Offered>) verificationResult)
                                    .fault()
                                    .name());
        }
        return outcomes;
    }

    private void place(SecretKeys signer, Certificate content) throws IOException {
        files++;
        String name = "certificate-YUNHE-20260302-%03d.asc.pgp".formatted(files);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        new Sealer(signer, POLICY, Compression.standard())
                .seal(
                        clear -> clear.write(content.armored().getBytes(StandardCharsets.US_ASCII)),
                        new SealRequest(
                                name, Set.of(PartnerTestKeys.secret("YUNHE").certificate()), NOW),
                        sealed);
        Path file = Files.write(folder.inbox().resolve(name), sealed.toByteArray());
        Files.setLastModifiedTime(file, FileTime.from(NOW));
    }

    private void named(SecretKeys... association) throws IOException {
        for (SecretKeys keys : association) {
            Files.writeString(
                    home.resolve(keys.certificate().fingerprint() + ".asc"),
                    keys.certificate().armored());
        }
    }

    private PartnerSettings settings() {
        try (Stream<Path> there = Files.list(home)) {
            return new PartnerSettings(
                    new InsurerCode("YUNHE"),
                    new DropPlace.Folder(home.resolve("drop")),
                    List.of(PartnerTestKeys.FOLDER.resolve("YUNHE.secret.asc")),
                    Optional.empty(),
                    there.filter(file -> file.toString().endsWith(".asc")).toList(),
                    Optional.empty());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
