package jinbo.partner;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.participant.insurer.InsurerCode;

/** The settings in {@code partner.properties}, with paths relative to its folder. The first secret key signs. */
public record PartnerSettings(
        InsurerCode code,
        DropPlace drop,
        List<Path> secretKeys,
        Optional<Path> passphraseFile,
        List<Path> association,
        Optional<Path> logKey) {

    static final String CODE = "code";
    static final String DROP = "drop";
    static final String HOST_KEYS = "host-keys";
    static final String LOGIN_KEY = "login-key";
    static final String LOGIN_PASSWORD_FILE = "login-password-file";
    static final String SECRET_KEY = "secret-key";
    static final String PASSPHRASE_FILE = "passphrase-file";
    static final String ASSOCIATION = "association";
    static final String LOG_KEY = "log-key";

    private static final Set<String> KNOWN = new TreeSet<>(Set.of(
            CODE, DROP, HOST_KEYS, LOGIN_KEY, LOGIN_PASSWORD_FILE, SECRET_KEY, PASSPHRASE_FILE, ASSOCIATION, LOG_KEY));

    public sealed interface DropPlace {

        /** An SFTP server; at least one of login key and password is set. */
        record Server(DropAddress address, Optional<Path> loginKey, Optional<Path> loginPassword)
                implements DropPlace {}

        /** A local folder with {@code upload} and {@code download}, for trials without a server. */
        record Folder(Path path) implements DropPlace {}
    }

    public PartnerSettings {
        secretKeys = List.copyOf(secretKeys);
        association = List.copyOf(association);
    }

    /** @throws PartnerException if the file or a setting is missing, unknown or unusable */
    public static PartnerSettings read(PartnerFolder folder) throws IOException {
        if (!folder.isSetUp()) {
            throw new PartnerException(
                    PartnerError.PARTNER_NOT_SET_UP,
                    folder.root(),
                    folder.settings().getFileName());
        }
        return parse(folder, Files.readString(folder.settings(), StandardCharsets.UTF_8));
    }

    static PartnerSettings parse(PartnerFolder folder, String text) throws IOException {
        Properties typed = new Properties();
        try {
            typed.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw new PartnerException(PartnerError.NOT_SETTINGS, folder.settings(), String.valueOf(e.getMessage()));
        }
        return new Typed(folder, typed).settings();
    }

    private record Typed(PartnerFolder folder, Properties values) {

        PartnerSettings settings() {
            for (String name : new TreeSet<>(values.stringPropertyNames())) {
                if (!KNOWN.contains(name)) {
                    throw new PartnerException(PartnerError.SETTING_NOT_KNOWN, name, folder.settings(), KNOWN);
                }
            }
            String code = required(CODE);
            if (!InsurerCode.isCode(code)) {
                throw new PartnerException(PartnerError.SETTING_NOT_A_CODE, CODE, folder.settings());
            }
            return new PartnerSettings(
                    new InsurerCode(code),
                    drop(),
                    paths(SECRET_KEY),
                    optional(PASSPHRASE_FILE).map(file -> path(PASSPHRASE_FILE, file)),
                    paths(ASSOCIATION),
                    optional(LOG_KEY).map(file -> path(LOG_KEY, file)));
        }

        private DropPlace drop() {
            String url = required(DROP);
            if (!url.startsWith("sftp:")) {
                return new DropPlace.Folder(path(DROP, url));
            }
            try {
                HostKeyPins pins = new HostKeyPins(Set.copyOf(list(HOST_KEYS)));
                DropAddress address = DropAddress.parse(URI.create(url), pins);
                Optional<Path> password = optional(LOGIN_PASSWORD_FILE).map(file -> path(LOGIN_PASSWORD_FILE, file));
                Optional<String> key = password.isPresent() ? optional(LOGIN_KEY) : Optional.of(required(LOGIN_KEY));
                return new DropPlace.Server(address, key.map(file -> path(LOGIN_KEY, file)), password);
            } catch (IllegalArgumentException e) {
                throw new PartnerException(
                        PartnerError.DROP_UNUSABLE, DROP, HOST_KEYS, folder.settings(), String.valueOf(e.getMessage()));
            }
        }

        private List<Path> paths(String name) {
            required(name);
            return list(name).stream().map(file -> path(name, file)).toList();
        }

        private Path path(String name, String typed) {
            try {
                return folder.resolve(typed);
            } catch (InvalidPathException e) {
                throw new PartnerException(PartnerError.SETTING_NOT_A_PATH, name, folder.settings());
            }
        }

        private List<String> list(String name) {
            return Arrays.stream(optional(name).orElse("").split(","))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
        }

        private String required(String name) {
            return optional(name)
                    .orElseThrow(() -> new PartnerException(PartnerError.SETTING_MISSING, name, folder.settings()));
        }

        private Optional<String> optional(String name) {
            return Optional.ofNullable(values.getProperty(name))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        }
    }
}
