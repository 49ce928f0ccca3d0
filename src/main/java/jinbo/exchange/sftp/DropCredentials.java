package jinbo.exchange.sftp;

import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.platform.ssh.SshPublicKey;

/** Credentials for a drop: one or more key pairs, a password, or both. {@link #toString} shows no secrets. */
public record DropCredentials(List<KeyPair> keys, Optional<String> password) {

    /** @param keys at least one, in the order in which they are tried; several during a key rollover */
    public static DropCredentials ofKeys(List<KeyPair> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("Credentials for a drop need at least one key pair");
        }
        return new DropCredentials(List.copyOf(keys), Optional.empty());
    }

    public static DropCredentials ofKey(KeyPair key) {
        return ofKeys(List.of(key));
    }

    public static DropCredentials ofPassword(String password) {
        return new DropCredentials(List.of(), Optional.of(password));
    }

    public DropCredentials andPassword(String added) {
        return new DropCredentials(keys, Optional.of(added));
    }

    /** Describes the login methods and the fingerprints of the keys, without secrets. */
    public String shown() {
        Stream<String> fingerprints =
                keys.stream().map(pair -> "publickey " + new SshPublicKey(pair.getPublic()).fingerprint());
        return Stream.concat(fingerprints, password.stream().map(any -> "password"))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return keys.size() + " key(s)" + (password.isPresent() ? " and a password" : "");
    }
}
