package jinbo.exchange.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.openpgp.SecretKeys.KeyPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The statements of a key: when it signs, when it expires, whether it is retired or compromised. */
class KeyRevocationIT {

    private static final CryptoPolicy POLICY = CryptoPolicy.standard();
    private static final Instant BORN = Instant.parse("2026-10-12T01:00:00Z");
    private static final Instant END = BORN.plus(Duration.ofDays(400));

    private final SecretKeys keys = SecretKeys.generate("Jinbo association <exchange@jinbo.invalid>", BORN);
    private final Certificate certificate = keys.certificate();

    @Test
    void truncatesTimesOfKeysToSeconds() {
        Instant turn = BORN.plus(Duration.ofDays(30));
        Certificate planned = SecretKeys.generate(
                        new KeyPlan("Jinbo", BORN.plusNanos(5), Optional.of(turn.plusNanos(7)), Optional.of(END)))
                .certificate();

        assertThat(planned.createdAt()).isEqualTo(BORN);
        assertThat(planned.signsFrom()).isEqualTo(turn);
        assertThat(planned.expiresAt()).hasValue(END);
        assertThat(planned.signingKeys(END.minusSeconds(1), POLICY)).isNotEmpty();
        assertThat(planned.signingKeys(END, POLICY)).isEmpty();
        assertThat(planned.encryptionKeys(END, POLICY)).isEmpty();
        assertThat(CertificateReport.of(planned, POLICY, BORN).isGood()).isTrue();
    }

    @Test
    void signsFromCreationWithoutExpiryByDefault() {
        assertThat(certificate.signsFrom()).isEqualTo(BORN);
        assertThat(certificate.expiresAt()).isEmpty();
        assertThat(certificate.revocation()).isEmpty();
        assertThat(certificate.asOf(END)).isEqualTo(certificate);
    }

    @Test
    void refusesKeyThatEndsBeforeItSigns() {
        assertThatThrownBy(() -> new KeyPlan("Jinbo", BORN, Optional.of(END), Optional.of(END)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void retiredKeyIsValidUntilRetirement() {
        KeyRevocation revocation = new KeyRevocation(END, false, "replaced 更换");

        Certificate stated =
                Certificate.parse(keys.revoked(certificate, revocation).encoded());

        assertThat(stated.revocation()).hasValue(revocation);
        assertThat(stated.fingerprint()).isEqualTo(certificate.fingerprint());
        assertThat(stated.signingKeys(END.minusSeconds(1), POLICY)).isNotEmpty();
        assertThat(stated.signingKeys(END, POLICY)).isEmpty();
        assertThat(stated.asOf(END.minusSeconds(1))).isEqualTo(certificate);
        assertThat(stated.asOf(END)).isEqualTo(stated);
    }

    @Test
    void compromisedKeyIsNeverValid() {
        Certificate retired = keys.revoked(certificate, new KeyRevocation(BORN.plusSeconds(60), false, "replaced"));
        KeyRevocation revocation = new KeyRevocation(END, true, "stolen");

        Certificate stated = keys.revoked(retired, revocation);

        assertThat(stated.revocation()).as("the harder word").hasValue(revocation);
        assertThat(stated.signingKeys(BORN.plusSeconds(1), POLICY)).isEmpty();
        assertThat(stated.asOf(BORN).signingKeys(BORN.plusSeconds(1), POLICY)).isEmpty();
    }

    @Test
    void ignoresRevocationByAnotherKey() {
        SecretKeys stranger = SecretKeys.generate("Jinbo association <exchange@jinbo.invalid>", BORN);
        KeyRevocation revocation = new KeyRevocation(END, true, "a lie");

        assertThatThrownBy(() -> stranger.revoked(certificate, revocation)).isInstanceOf(UnusableKeyException.class);
    }

    @Test
    @Tag("interop")
    void gnuPgReadsStartNotationAndRevocation() throws Exception {
        Instant turn = EnvelopeFixture.NOW.minus(Duration.ofDays(1));
        SecretKeys own = SecretKeys.generate(new KeyPlan(
                "Jinbo association <exchange@jinbo.invalid>",
                EnvelopeFixture.NOW.minus(Duration.ofDays(3)),
                Optional.of(turn),
                Optional.of(EnvelopeFixture.NOW.plus(Duration.ofDays(400)))));
        try (Gpg gpg = Gpg.inFreshHome()) {
            gpg.imports(gpg.file(own.certificate().encoded()));
            String listed = gpg.run("--list-options", "show-notations", "--list-sigs")
                    .succeeded()
                    .messages();
            assertThat(listed).contains("signs-from@exchange.jinbo=" + turn).contains("expires:");
            assertThat(gpg.run("--with-colons", "--list-keys").messages()).contains("pub:-:");

            KeyRevocation revocation = new KeyRevocation(EnvelopeFixture.NOW.minusSeconds(60), false, "replaced");
            gpg.imports(gpg.file(own.revoked(own.certificate(), revocation).encoded()));

            assertThat(gpg.run("--with-colons", "--list-sigs").messages()).contains("pub:r:", ":20x,01:");
        }
    }
}
