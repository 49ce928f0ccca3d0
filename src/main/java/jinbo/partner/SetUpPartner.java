package jinbo.partner;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.exchange.keys.Passphrase;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.ssh.ProtectedSshKey;
import jinbo.platform.ssh.SshPublicKey;

/**
 * Sets an insurer's own side up: its folder, its settings, and the keys that it has not got yet. Keys that it has stay where
 * they are.
 */
public record SetUpPartner(PartnerFolder folder, PassphraseSource passphrase, SampleKeys samples) {

    private static final String SECRET = "secret.asc";
    private static final String LOGIN = "login.ssh";
    private static final String ASSOCIATION = "association.asc";

    /**
     * @param drop {@code sftp://user@host:port}, or a folder
     * @param loginKey the private SSH key; empty to make one
     * @param secretKey the secret OpenPGP key; empty to make one, under the passphrase that is set
     * @param association the association's certificates; empty where they come later
     */
    public record Known(
            InsurerCode code,
            String drop,
            List<String> hostKeys,
            Optional<Path> loginKey,
            Optional<Path> secretKey,
            Optional<Path> passphraseFile,
            List<Path> association,
            Optional<Path> logKey) {}

    /**
     * What the association is to be given.
     *
     * @param certificate the new public certificate; empty where the insurer had a key
     * @param loginKey the new public SSH key; empty where the insurer had one, or needs none
     */
    public record SetUp(Path settings, Optional<Path> certificate, Optional<Path> loginKey) {}

    /**
     * @throws FileAlreadyExistsException if the folder has settings already
     * @throws PartnerException if what is known cannot be used; no settings are written then
     * @throws jinbo.exchange.keys.KeysException if a key that is named is one that everybody has; no settings are written then
     * @throws jinbo.exchange.keys.KeysException if the passphrase for a new key is too short; no settings are written then
     */
    public SetUp setUp(Known known, Instant now) throws IOException {
        if (folder.isSetUp()) {
            throw new FileAlreadyExistsException(folder.settings().toString());
        }
        folder.create();
        String text = text(known);
        new RefuseSampleKeys(samples).in(PartnerSettings.parse(folder, text), folder);
        Optional<Path> certificate =
                known.secretKey().isPresent() ? Optional.empty() : Optional.of(newSecret(known.code(), now));
        Optional<Path> login = known.loginKey().isPresent() || !isServer(known)
                ? Optional.empty()
                : Optional.of(newLogin(known.code()));
        // last: settings that name keys which could not be made would be in the way of a second try
        new OwnerOnlyFile(folder.settings()).writeNew(text);
        return new SetUp(folder.settings(), certificate, login);
    }

    private Path newSecret(InsurerCode code, Instant now) throws IOException {
        Path file = folder.resolve(SECRET);
        if (!Files.exists(file)) {
            SecretKeys made = SecretKeys.generate(MakeNextKey.userId(code), now);
            Optional<Passphrase> set = passphrase.configured();
            set.ifPresent(Passphrase::requireStrong);
            (set.isPresent() ? made.protectedBy(set.get().characters()) : made).writeTo(file);
        }
        Path published = folder.resolve("public.asc");
        new OwnerOnlyFile(published)
                .write(SecretKeys.certificatesIn(file).get(0).armored());
        return published;
    }

    private Path newLogin(InsurerCode code) throws IOException {
        ProtectedSshKey login = new ProtectedSshKey(folder.resolve(LOGIN));
        if (!Files.exists(login.path())) {
            login.generate(passphrase.configured().map(Passphrase::characters).orElseGet(() -> new char[0]));
        }
        SshPublicKey key = new SshPublicKey(login.publicKey()
                .orElseThrow(() -> new PartnerException(PartnerError.LOGIN_KEY_NOT_OPENSSH, login.path())));
        Path published = folder.resolve(LOGIN + ".pub");
        new OwnerOnlyFile(published).write(key.line(code.value()) + "\n");
        return published;
    }

    private static boolean isServer(Known known) {
        return known.drop().startsWith("sftp:");
    }

    private static String text(Known known) {
        StringBuilder text = new StringBuilder(
                "# Settings of \"jinbo partner\": docs/integrators/partner.md explains them. Paths are seen"
                        + " from this folder.\n\n# Who we are, and where our drop is: sftp://user@host:port, or a folder"
                        + " of this machine for a try.\n");
        line(text, PartnerSettings.CODE, known.code().value());
        line(text, PartnerSettings.DROP, isServer(known) ? known.drop() : absolute(Path.of(known.drop())));
        text.append("\n# Fingerprints of the host keys that the server may show (ssh-keygen -l), separated by commas;"
                + " the private\n# SSH key that logs in, and a file with the account's password, if the server asks"
                + " for it beside the key or instead.\n");
        line(text, PartnerSettings.HOST_KEYS, String.join(", ", known.hostKeys()));
        line(
                text,
                PartnerSettings.LOGIN_KEY,
                known.loginKey().map(SetUpPartner::absolute).orElse(LOGIN));
        line(text, PartnerSettings.LOGIN_PASSWORD_FILE, "");
        text.append(
                "\n# Our secret OpenPGP key; behind it, after a comma, former ones that still decrypt. Its passphrase is in"
                        + " a file\n# that only its owner can read, or in the environment: JINBO_PARTNER_PASSPHRASE.\n");
        line(
                text,
                PartnerSettings.SECRET_KEY,
                known.secretKey().map(SetUpPartner::absolute).orElse(SECRET));
        line(
                text,
                PartnerSettings.PASSPHRASE_FILE,
                known.passphraseFile().map(SetUpPartner::absolute).orElse(""));
        text.append(
                "\n# The association's certificate (several, separated by commas, while it changes its key), and the key of"
                        + " its\n# access log: with it each manifest is checked against the one before, so that a rewritten log is seen.\n");
        line(
                text,
                PartnerSettings.ASSOCIATION,
                known.association().isEmpty()
                        ? ASSOCIATION
                        : known.association().stream()
                                .map(SetUpPartner::absolute)
                                .collect(Collectors.joining(", ")));
        line(
                text,
                PartnerSettings.LOG_KEY,
                known.logKey().map(SetUpPartner::absolute).orElse(""));
        return text.toString();
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /** A backslash would be taken for the beginning of a character's code. */
    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(" = ").append(value.replace("\\", "\\\\")).append('\n');
    }
}
