package jinbo.partner;

import static jinbo.partner.PublishedListFixture.NOW;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.KeysException;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.Prompt;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CheaplyProtectedKeys;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.exchange.openpgp.UnusableKeyException;
import jinbo.participant.insurer.InsurerCode;
import jinbo.partner.AssociationCertificates.State;
import jinbo.partner.PartnerSettings.DropPlace;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.files.OwnerOnlyFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerSecretKeysTest {

    private static final ErrorMessage REMEDY = ErrorMessage.of(KeysError.SET_PASSPHRASE, "JINBO_PASSPHRASE");

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final CryptoPolicy POLICY = CryptoPolicy.standard();
    private static final String OURS = "ours: correct horse battery staple";
    private static final String OTHER = "of that file: battery staple horse";

    private static final SecretKeys FIRST = SecretKeys.generate("Yunhe", NOW.minus(Duration.ofDays(9)));
    private static final SecretKeys SECOND = SecretKeys.generate("Yunhe", NOW.minus(Duration.ofDays(20)));
    private static final SecretKeys GUARDED = CheaplyProtectedKeys.of(FIRST, OURS);
    private static final SecretKeys GUARDED_OTHERWISE = CheaplyProtectedKeys.of(SECOND, OTHER);

    private final List<Path> named = new ArrayList<>();
    private Prompt person = Prompt.NONE;

    @TempDir
    private Path home;

    private PartnerFolder folder;

    @BeforeEach
    void aFolder() throws IOException {
        folder = new PartnerFolder(home.resolve("partner")).create();
    }

    @Test
    void aMistypedPassphraseMakesNoKeyThatNothingOpens() throws IOException {
        name(GUARDED);

        assertThatThrownBy(() -> make("ours: correct horse battery stable").findOrCreate(YUNHE, NOW))
                .isInstanceOf(UnusableKeyException.class);

        assertThat(folder.ownKeys()).doesNotExist();
        Certificate next = make(OURS).findOrCreate(YUNHE, NOW);
        assertThat(make(OURS).findOrCreate(YUNHE, NOW.plusSeconds(60)))
                .as("repeated, the same")
                .isEqualTo(next);
        assertThat(load(OURS)).hasSize(2);
        assertThat(SecretKeys.isProtectedFile(own(next))).isTrue();
    }

    @Test
    void aKeyWithAPassphraseOfItsOwnComesUnderOurs() throws IOException {
        name(GUARDED);
        Path file = write("elsewhere.asc", GUARDED_OTHERWISE);

        assertThatThrownBy(() -> make(OURS).importKey(file, Prompt.NONE, POLICY, NOW))
                .isInstanceOf(KeysException.class)
                .hasMessageContaining("elsewhere.asc does not open with our passphrase");
        assertThatThrownBy(
                        () -> make(OURS).importKey(file, asked -> Optional.of("mistyped".toCharArray()), POLICY, NOW))
                .isInstanceOf(UnusableKeyException.class);
        assertThat(folder.ownKeys()).doesNotExist();
        List<String> questions = new ArrayList<>();
        make(OURS)
                .importKey(
                        file,
                        asked -> {
                            questions.add(asked);
                            return Optional.of(OTHER.toCharArray());
                        },
                        POLICY,
                        NOW);

        assertThat(questions).containsExactly(file.toString());
        assertThat(load(OURS)).hasSize(2);
    }

    @Test
    void aKeyThatLiesOpenComesUnderOurPassphraseAndOneOfOursNeedsNoQuestion() throws IOException {
        name(GUARDED);

        Certificate open = make(OURS).importKey(write("open.asc", SECOND), person, POLICY, NOW);
        assertThat(SecretKeys.isProtectedFile(own(open))).isTrue();
        SecretKeys third = SecretKeys.generate("Yunhe", NOW.minus(Duration.ofDays(3)));
        make(OURS).importKey(write("ours.asc", CheaplyProtectedKeys.of(third, OURS)), person, POLICY, NOW);

        assertThat(keys().next()).hasValue(third.certificate());
    }

    @Test
    void noCopyLiesOpenOfAKeyThatDidNot() throws IOException {
        name(FIRST);
        Path file = write("elsewhere.asc", GUARDED_OTHERWISE);

        assertThatThrownBy(() -> make("").importKey(file, asked -> Optional.of(OTHER.toCharArray()), POLICY, NOW))
                .isInstanceOf(KeysException.class)
                .hasMessageContaining("passphrase-file");
        assertThat(folder.ownKeys()).doesNotExist();
    }

    @Test
    void anOlderKeyThatWasSentIsTheNextOneAllTheSame() throws IOException {
        name(FIRST);

        make("").importKey(write("older.asc", SECOND), person, POLICY, NOW);

        assertThat(keys().next()).hasValue(SECOND.certificate());
        assertThat(keys().use(SECOND.certificate().fingerprint(), POLICY, NOW).abandoned())
                .isEmpty();
        assertThat(keys().certificates()).containsExactly(SECOND.certificate(), FIRST.certificate());
        assertThat(keys().next()).isEmpty();
    }

    @Test
    void theNextKeyIsGivenUpByChoosingAnotherAndStillDecrypts() throws IOException {
        name(FIRST);
        Certificate next = make("").findOrCreate(YUNHE, NOW);

        assertThat(keys().use(FIRST.certificate().fingerprint(), POLICY, NOW).abandoned())
                .hasValue(next);

        assertThat(keys().next()).isEmpty();
        assertThat(keys().certificates()).containsExactlyInAnyOrder(FIRST.certificate(), next);
        assertThat(make("").findOrCreate(YUNHE, NOW.plusSeconds(60))).isNotEqualTo(next);
    }

    @Test
    void goingBackToTheFormerKeyIsNotUndone() throws IOException {
        name(FIRST);
        Certificate next = make("").findOrCreate(YUNHE, NOW);
        keys().use(next.fingerprint(), POLICY, NOW);

        keys().use(FIRST.certificate().fingerprint(), POLICY, NOW);

        assertThat(keys().next()).isEmpty();
        assertThat(load("").get(0).certificate()).isEqualTo(FIRST.certificate());
    }

    @Test
    void theSecondKeyOfAFileCanSignThoughNothingWasEverMadeHere() throws IOException {
        name(FIRST.and(SECOND));
        assertThat(keys().certificates()).containsExactly(FIRST.certificate(), SECOND.certificate());

        keys().use(SECOND.certificate().fingerprint(), POLICY, NOW);

        assertThat(keys().certificates()).containsExactly(SECOND.certificate(), FIRST.certificate());
        assertThat(load(""))
                .extracting(SecretKeys::certificate)
                .containsExactly(SECOND.certificate(), FIRST.certificate());
    }

    @Test
    void aNoteThatNamesNoKeyOfOursIsToldInsteadOfSigningWithAnother() throws IOException {
        name(FIRST);
        Certificate next = make("").findOrCreate(YUNHE, NOW);
        keys().use(next.fingerprint(), POLICY, NOW);
        Files.delete(own(next));

        assertThatThrownBy(() -> load(""))
                .is(error(PartnerError.NOTED_KEY_MISSING))
                .hasMessageContaining(next.fingerprint().value());
        Files.writeString(folder.ownKeys().resolve("signs"), "nothing");
        assertThatThrownBy(() -> keys().certificates()).hasMessageContaining("does not contain the fingerprint");
    }

    @Test
    void sampleKeysAreFoundWhereverTheyLie() throws IOException {
        name(FIRST);
        Path sample = new OwnerOnlyFile(home.resolve("sample.asc")).path();
        new OwnerOnlyFile(sample).write(Files.readString(PartnerTestKeys.FOLDER.resolve("YUNHE.secret.asc")));
        MakeNextKey make = new MakeNextKey(
                keys(), passphrase(""), SampleKeys.allowedIf(false), CheaplyProtectedKeys.FEW_ITERATIONS);

        assertThatThrownBy(() -> make.importKey(sample, person, POLICY, NOW))
                .is(error(KeysError.SAMPLE_KEY))
                .hasMessageContaining("use it instead of " + sample);
        assertThat(folder.ownKeys()).doesNotExist();

        make("").importKey(sample, person, POLICY, NOW);
        Path imported = own(PartnerTestKeys.secret("YUNHE").certificate());
        assertThatThrownBy(() -> new RefuseSampleKeys(SampleKeys.allowedIf(false)).check(settings(), folder))
                .is(error(KeysError.SAMPLE_KEY))
                .hasMessageContaining("use it instead of " + imported);
        Files.delete(imported);
        new RefuseSampleKeys(SampleKeys.allowedIf(false)).check(settings(), folder);

        new AssociationCertificates(folder).keep(PartnerTestKeys.ASSOCIATION.certificate(), State.ACCEPTED, NOW);
        assertThatThrownBy(() -> new RefuseSampleKeys(SampleKeys.allowedIf(false)).check(settings(), folder))
                .is(error(KeysError.SAMPLE_KEY))
                .hasMessageContaining("ask the association for the certificate of its own key");
    }

    private PartnerSecretKeys keys() {
        return new PartnerSecretKeys(folder, settings());
    }

    private MakeNextKey make(String passphrase) {
        return new MakeNextKey(
                keys(), passphrase(passphrase), SampleKeys.allowedIf(true), CheaplyProtectedKeys.FEW_ITERATIONS);
    }

    private List<SecretKeys> load(String passphrase) throws IOException {
        return keys().load(passphrase(passphrase));
    }

    private static PassphraseSource passphrase(String told) {
        return new PassphraseSource(Optional.empty(), () -> Optional.of(told), Prompt.NONE, REMEDY);
    }

    private Path own(Certificate certificate) {
        Fingerprint fingerprint = certificate.fingerprint();
        return folder.ownKeys().resolve(fingerprint + ".asc");
    }

    private void name(SecretKeys keys) throws IOException {
        named.add(write("named.asc", keys));
    }

    private Path write(String name, SecretKeys keys) throws IOException {
        Path file = home.resolve("keys").resolve(name);
        keys.writeTo(file);
        return file;
    }

    private PartnerSettings settings() {
        return new PartnerSettings(
                YUNHE,
                new DropPlace.Folder(home.resolve("drop")),
                named,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
