package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.keys.Passphrase;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;

/** Sets up the insurer's side: folder, settings and missing keys. Does not move existing keys. */
public record SetUpPartner(PartnerFolder folder, PassphraseSource passphrase, SampleKeys samples) {

    private static final String SECRET = "secret.asc";
    private static final String LOGIN = "login.ssh";
    private static final String ASSOCIATION = "association.asc";

    /**
     * What is known at the set-up. Missing keys are generated, certificates may follow; the drop is a URL or folder.
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

    /** The result: the settings, and new public keys that the association must get. */
    public record SetUp(Path settings, Optional<Path> certificate, Optional<Path> loginKey) {}

    /**
     * Sets up the folder; if that fails, there are no settings.
     *
     * @param language that of the comments in the settings
     */
    public SetUp setUp(Known known, Instant now, Locale language) throws IOException {
        if (folder.isSetUp()) {
            throw new FileAlreadyExistsException(folder.settings().toString());
        }
        folder.create();
        String text = text(known, language);
        new RefuseSampleKeys(samples).check(PartnerSettings.parse(folder, text), folder);
        Optional<Path> certificate =
                known.secretKey().isPresent() ? Optional.empty() : Optional.of(newSecret(known.code(), now));
        Optional<Path> login = known.loginKey().isPresent() || !isServer(known)
                ? Optional.empty()
                : Optional.of(newLogin(known.code()));
        // Last, so that a failure does not prevent another attempt.
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
        SshKeyFile login = new SshKeyFile(folder.resolve(LOGIN));
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

    private static String text(Known known, Locale language) throws IOException {
        String association = known.association().isEmpty()
                ? ASSOCIATION
                : known.association().stream().map(SetUpPartner::absolute).collect(Collectors.joining(", "));
        Stream<String> values = Stream.of(
                known.code().value(),
                isServer(known) ? known.drop() : absolute(Path.of(known.drop())),
                String.join(", ", known.hostKeys()),
                known.loginKey().map(SetUpPartner::absolute).orElse(LOGIN),
                known.secretKey().map(SetUpPartner::absolute).orElse(SECRET),
                known.passphraseFile().map(SetUpPartner::absolute).orElse(""),
                association,
                known.logKey().map(SetUpPartner::absolute).orElse(""));
        // the backslash is an escape character in properties files
        return template(language)
                .formatted(values.map(value -> value.replace("\\", "\\\\")).toArray());
    }

    private static String template(Locale language) throws IOException {
        String name = "zh".equals(language.getLanguage()) ? "settings_zh.txt" : "settings.txt";
        try (InputStream in = Objects.requireNonNull(SetUpPartner.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
