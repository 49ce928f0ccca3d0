package jinbo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.disk.OwnerOnlyFile;
import jinbo.envelope.Certificate;
import jinbo.envelope.CryptoPolicy;
import jinbo.envelope.Fingerprint;
import jinbo.envelope.SecretKeys;
import jinbo.insurer.InsurerCode;
import jinbo.partner.PartnerException.Reason;
import jinbo.passphrase.KeyPassphrase;
import jinbo.passphrase.Passphrase;

/**
 * The insurer's secret keys: those that the settings name, and behind them those that were made here since, a file each. All
 * decrypt; the first of the settings signs until another one is chosen.
 */
public final class OwnKeys {

    private static final String ENDING = ".asc";

    private final PartnerFolder folder;
    private final PartnerSettings settings;

    public OwnKeys(PartnerFolder folder, PartnerSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Their certificates, with what was said against them here; no passphrase is needed. The one that signs comes first. */
    public List<Certificate> certificates() throws IOException {
        List<Certificate> all = new ArrayList<>();
        for (Path file : files()) {
            for (Certificate certificate : SecretKeys.certificatesIn(file)) {
                all.add(RevokeOwnKey.said(folder, certificate.fingerprint()).orElse(certificate));
            }
        }
        return List.copyOf(all);
    }

    /** The newest one that was made here and does not sign. */
    public Optional<Certificate> next() throws IOException {
        List<Certificate> all = certificates();
        Certificate signing = all.get(0);
        List<Fingerprint> made = new ArrayList<>();
        for (Path file : made()) {
            made.add(SecretKeys.certificatesIn(file).get(0).fingerprint());
        }
        return all.stream()
                .filter(each -> each.revocation().isEmpty()
                        && made.contains(each.fingerprint())
                        && each.createdAt().isAfter(signing.createdAt()))
                .max(java.util.Comparator.comparing(Certificate::createdAt));
    }

    /**
     * The next one, which is made if there is none, under the passphrase that is set.
     *
     * @throws jinbo.passphrase.PassphraseException if that is too short
     * @throws IOException of the files
     */
    public Certificate nextOrNew(InsurerCode code, KeyPassphrase passphrase, Instant now) throws IOException {
        Optional<Certificate> there = next();
        if (there.isPresent()) {
            return there.get();
        }
        Certificate signing = certificates().get(0);
        // two keys of one second could not be told apart by their age
        Instant born = now.isAfter(signing.createdAt().plusSeconds(1))
                ? now
                : signing.createdAt().plusSeconds(1);
        SecretKeys made = SecretKeys.generate(userId(code), born);
        Path first = settings.secretKeys().get(0);
        Optional<Passphrase> set =
                SecretKeys.areProtectedIn(first) ? Optional.of(passphrase.of(first)) : passphrase.configured();
        if (set.isPresent() && !SecretKeys.areProtectedIn(first)) {
            set.get().requireStrong();
        }
        (set.isPresent() ? made.protectedBy(set.get().characters()) : made)
                .writeTo(folder.ownKeys().resolve(made.certificate().fingerprint() + ENDING));
        return made.certificate();
    }

    /**
     * Takes over a key that was made elsewhere; it stays under its passphrase, which must be that of the others.
     *
     * @throws jinbo.envelope.UnusableKeyException if it is none, or the passphrase does not open it
     * @throws PartnerException if it cannot sign now
     * @throws IOException of the files
     */
    public Certificate takeOver(Path file, KeyPassphrase passphrase, CryptoPolicy policy, Instant now)
            throws IOException {
        SecretKeys keys = load(file, passphrase);
        requireSigns(keys.certificate(), policy, now);
        Path target = folder.ownKeys().resolve(keys.certificate().fingerprint() + ENDING);
        if (!Files.exists(target)) {
            keys.writeTo(target);
        }
        return keys.certificate();
    }

    /**
     * Lets one sign from now on.
     *
     * @throws PartnerException if there is no such key, or it cannot sign now
     * @throws IOException of the files
     */
    public Certificate use(Fingerprint fingerprint, CryptoPolicy policy, Instant now) throws IOException {
        Certificate chosen = certificates().stream()
                .filter(each -> each.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(() -> none(fingerprint));
        requireSigns(chosen, policy, now);
        new OwnerOnlyFile(signs()).write(fingerprint + "\n");
        return chosen;
    }

    /** Reads all of them, each by itself; the one that signs comes first. */
    List<SecretKeys> load(KeyPassphrase passphrase) throws IOException {
        List<SecretKeys> own = new ArrayList<>();
        for (Path file : files()) {
            own.add(load(file, passphrase));
        }
        return own;
    }

    static PartnerException none(Fingerprint fingerprint) {
        return new PartnerException(
                Reason.NO_SUCH_OWN_KEY, "We have no key " + fingerprint + "; \"partner certificate list\" shows ours");
    }

    /** What a certificate that is made here calls its owner. */
    static String userId(InsurerCode code) {
        return code + " <exchange@" + code.value().toLowerCase(Locale.ROOT) + ".invalid>";
    }

    private static SecretKeys load(Path file, KeyPassphrase passphrase) throws IOException {
        new OwnerOnlyFile(file).requireClosed();
        return SecretKeys.areProtectedIn(file)
                ? SecretKeys.load(file, passphrase.of(file).characters())
                : SecretKeys.load(file);
    }

    /** A key that was made here takes the place of an older copy that the settings name. */
    private List<Path> files() throws IOException {
        Map<Fingerprint, Path> byKey = new LinkedHashMap<>();
        for (Path file : settings.secretKeys()) {
            new OwnerOnlyFile(file).requireClosed();
            byKey.put(SecretKeys.certificatesIn(file).get(0).fingerprint(), file);
        }
        for (Path file : made()) {
            byKey.put(SecretKeys.certificatesIn(file).get(0).fingerprint(), file);
        }
        List<Path> ordered = new ArrayList<>();
        if (Files.exists(signs())) {
            Optional.ofNullable(byKey.remove(Fingerprint.parse(new OwnerOnlyFile(signs()).read())))
                    .ifPresent(ordered::add);
        }
        ordered.addAll(byKey.values());
        return ordered;
    }

    private List<Path> made() throws IOException {
        if (!Files.isDirectory(folder.ownKeys())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.ownKeys())) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    private Path signs() {
        return folder.ownKeys().resolve("signs");
    }

    private static void requireSigns(Certificate certificate, CryptoPolicy policy, Instant now) {
        if (certificate.signingKeys(now, policy).isEmpty()) {
            throw new PartnerException(
                    Reason.NO_SUCH_OWN_KEY, "No key of our certificate " + certificate.fingerprint() + " may sign now");
        }
    }
}
