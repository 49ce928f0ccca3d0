package jinbo.participant.staff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.ProcessUser;
import jinbo.platform.ssh.SshKeyFile;
import jinbo.platform.ssh.SshSignature;

/** Who somebody says to be, and by what it can be proven. */
public sealed interface IdentityClaim {

    /** The name that somebody says to have; it may be anything. */
    Optional<String> name();

    /** The operating system's user who says so. */
    default String user() {
        return ProcessUser.name();
    }

    /** Whether that user can do all that this process can. */
    default boolean isOfProcess() {
        return user().equals(ProcessUser.name()) || user().equals("root");
    }

    /**
     * By the private key of the registered public one.
     */
    record ByKey(Optional<String> name, Optional<Path> key) implements IdentityClaim {

        /**
         * @return empty if no key was named
         * @throws NotProvenException if the key cannot be used
         */
        public Optional<String> sign(SignaturePurpose purpose, String document) {
            return key.map(file ->
                    SshSignature.sign(read(file), purpose.namespace(), document.getBytes(StandardCharsets.UTF_8)));
        }

        static KeyPair read(Path file) {
            try {
                if (!Files.isRegularFile(file)) {
                    throw new NotProvenException(
                            NotProvenError.KEY_UNUSABLE, ErrorMessage.of(StaffError.KEY_FILE_MISSING, file));
                }
                if (OwnerOnlyPermissions.isOpenToOthers(file)) {
                    throw new NotProvenException(NotProvenError.KEY_OPEN_TO_OTHERS, file);
                }
                return SshKeyFile.read(file);
            } catch (IOException e) {
                throw new NotProvenException(NotProvenError.KEY_UNUSABLE, String.valueOf(e.getMessage()));
            }
        }
    }

    /**
     * By a signature with that key over what is asked for.
     *
     * @param signature armored
     * @param purpose what it is to bring about
     * @param user the operating system's, who hands it over
     */
    record Signed(String person, String document, String signature, SignaturePurpose purpose, String user)
            implements IdentityClaim {

        @Override
        public Optional<String> name() {
            return Optional.of(person);
        }
    }

    /**
     * By nothing but being a user of this machine, for whom its kernel vouches.
     */
    record LocalUser(String user) implements IdentityClaim {

        @Override
        public Optional<String> name() {
            return Optional.empty();
        }
    }

    /**
     * By having signed in at the console, which whoever makes this has seen.
     */
    record SignedIn(SignedInPerson person) implements IdentityClaim {

        @Override
        public Optional<String> name() {
            return Optional.of(person.name());
        }
    }
}
