package jinbo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.platform.files.FolderWalk;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;

/**
 * The insurer's secret keys: those of the settings, then those that were generated or imported later. All of them
 * decrypt. The first one signs until another key is chosen. The files {@code signs} and {@code next} contain the
 * fingerprints of the signing key and of the next key.
 */
public record PartnerSecretKeys(PartnerFolder folder, PartnerSettings settings) {

    private static final String SUFFIX = ".asc";

    /** A choice of the signing key. {@code abandoned} was sent to the association as the next key but will not sign. */
    public record Chosen(Certificate signs, Optional<Certificate> abandoned) {}

    /** The certificates of all keys with the insurer's revocations, the signing key first; needs no passphrase. */
    public List<Certificate> certificates() throws IOException {
        Map<Fingerprint, Certificate> all = new LinkedHashMap<>();
        for (Path file : all()) {
            for (Certificate each : SecretKeys.certificatesIn(file)) {
                all.put(
                        each.fingerprint(),
                        RevokePartnerKey.find(folder, each.fingerprint()).orElse(each));
            }
        }
        return ordered(all);
    }

    /** The key that was sent to the association but does not sign yet. */
    public Optional<Certificate> next() throws IOException {
        Optional<Fingerprint> sent = noted(nextNote());
        return certificates().stream()
                .skip(1)
                .filter(each -> each.revocation().isEmpty())
                .filter(each -> sent.filter(each.fingerprint()::equals).isPresent())
                .findFirst();
    }

    /** Makes a key the signing key. Afterwards there is no next key. */
    public Chosen use(Fingerprint fingerprint, CryptoPolicy policy, Instant now) throws IOException {
        Certificate chosen = certificates().stream()
                .filter(each -> each.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(() -> none(fingerprint));
        requireSigns(chosen, policy, now);
        Optional<Certificate> abandoned =
                next().filter(next -> !next.fingerprint().equals(fingerprint));
        if (abandoned.isPresent()) {
            Files.deleteIfExists(nextNote());
        }
        note(signsNote(), fingerprint);
        Files.deleteIfExists(nextNote());
        return new Chosen(chosen, abandoned);
    }

    /** The signing key comes first. */
    List<SecretKeys> load(PassphraseSource passphrase) throws IOException {
        Map<Fingerprint, Path> places = new LinkedHashMap<>();
        for (Path file : all()) {
            new OwnerOnlyFile(file).requireClosed();
            SecretKeys.certificatesIn(file).forEach(each -> places.put(each.fingerprint(), file));
        }
        Map<Fingerprint, SecretKeys> own = new LinkedHashMap<>(places.size());
        for (Path file : new LinkedHashSet<>(places.values())) {
            for (SecretKeys each : load(file, passphrase).each()) {
                Fingerprint fingerprint = each.certificate().fingerprint();
                if (file.equals(places.get(fingerprint))) {
                    own.put(fingerprint, each);
                }
            }
        }
        return ordered(own);
    }

    /** All files, those of the settings first, so that later files replace older copies of a key. */
    List<Path> all() throws IOException {
        Set<Path> all = new LinkedHashSet<>(settings.secretKeys());
        FolderWalk.listIfPresent(folder.ownKeys()).stream()
                .filter(file -> file.toString().endsWith(SUFFIX))
                .forEach(all::add);
        return List.copyOf(all);
    }

    void storeNext(SecretKeys next) throws IOException {
        Fingerprint fingerprint = next.certificate().fingerprint();
        Path file = folder.ownKeys().resolve(fingerprint + SUFFIX);
        if (!Files.exists(file)) {
            next.writeTo(file);
        }
        note(nextNote(), fingerprint);
    }

    static PartnerException none(Fingerprint fingerprint) {
        return new PartnerException(PartnerError.NO_SUCH_OWN_KEY, fingerprint);
    }

    static void requireSigns(Certificate certificate, CryptoPolicy policy, Instant now) {
        if (certificate.signingKeys(now, policy).isEmpty()) {
            throw new PartnerException(PartnerError.OWN_KEY_CANNOT_SIGN, certificate.fingerprint());
        }
    }

    private static SecretKeys load(Path file, PassphraseSource passphrase) throws IOException {
        return SecretKeys.isProtectedFile(file)
                ? SecretKeys.load(file, passphrase.of(file).characters())
                : SecretKeys.load(file);
    }

    private <T> List<T> ordered(Map<Fingerprint, T> byKey) throws IOException {
        List<T> ordered = new ArrayList<>();
        Optional<Fingerprint> signs = noted(signsNote());
        if (signs.isPresent()) {
            ordered.add(Optional.ofNullable(byKey.remove(signs.get()))
                    .orElseThrow(() -> new PartnerException(
                            PartnerError.NOTED_KEY_MISSING, signsNote(), signs.get(), folder.ownKeys())));
        }
        ordered.addAll(byKey.values());
        return ordered;
    }

    private Optional<Fingerprint> noted(Path note) throws IOException {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Fingerprint.parse(new OwnerOnlyFile(note).read()));
        } catch (IllegalArgumentException e) {
            throw new PartnerException(PartnerError.NOTE_HOLDS_NO_KEY, note);
        }
    }

    private void note(Path note, Fingerprint fingerprint) throws IOException {
        OwnerOnlyPermissions.createFolder(folder.ownKeys());
        new OwnerOnlyFile(note).write(fingerprint + "\n");
    }

    private Path signsNote() {
        return folder.ownKeys().resolve("signs");
    }

    private Path nextNote() {
        return folder.ownKeys().resolve("next");
    }
}
