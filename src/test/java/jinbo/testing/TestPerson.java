package jinbo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshPublicKey;

/**
 * Somebody with an SSH key of its own in two files, as {@code ssh-keygen} would make them.
 *
 * @param name the short name
 * @param identity file of the private key, closed to others
 * @param publicKey file of the public key
 */
public record TestPerson(String name, Path identity, Path publicKey) {

    /** Makes the keys in a folder. */
    public static TestPerson withKeyIn(Path folder, String name) {
        try {
            Path identity = folder.resolve(name + "-key");
            SshPublicKey key =
                    new SshPublicKey(new SshKeyFile(identity).generate().getPublic());
            Path publicKey = Files.writeString(folder.resolve(name + "-key.pub"), key.line(name) + "\n");
            return new TestPerson(name, identity, publicKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it types to say who it is. */
    public List<String> options() {
        return List.of("--as", name, "--identity", identity.toString());
    }

    /** What is typed to add it as a person of a role; its full name is its name with a capital. */
    public String[] adding(String role) {
        String fullName = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new String[] {
            "person", "add", name, "--full-name", fullName, "--role", role, "--ssh-key", publicKey.toString()
        };
    }

    /** The public key. */
    public SshPublicKey key() {
        try {
            return SshPublicKey.parse(Files.readString(publicKey));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
