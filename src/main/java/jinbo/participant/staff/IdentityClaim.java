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

/** Who a person claims to be, with a proof that is not verified yet. */
public sealed interface IdentityClaim {

    /** The claimed name, unchecked; it may be any text. */
    Optional<String> name();

    default String user() {
        return ProcessUser.name();
    }

    /** True if {@link #user} is the operating system user of this process, or root. */
    default boolean isOfProcess() {
        return user().equals(ProcessUser.name()) || user().equals("root");
    }

    /** Proof by the private key that belongs to the person's registered public key. */
    record ByKey(Optional<String> name, Optional<Path> key) implements IdentityClaim {

        /** Signs a document; empty if no key was given. */
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
                return new SshKeyFile(file).read();
            } catch (IOException e) {
                throw new NotProvenException(NotProvenError.KEY_UNUSABLE, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Proof by an armored signature over a document, made with the person's private key in another process. */
    record Signed(String person, String document, String signature, SignaturePurpose purpose, String user)
            implements IdentityClaim {

        @Override
        public Optional<String> name() {
            return Optional.of(person);
        }
    }

    /** No proof except that the kernel has identified the operating system user. */
    record LocalUser(String user) implements IdentityClaim {

        @Override
        public Optional<String> name() {
            return Optional.empty();
        }
    }

    /** Proof by a console session; the caller has verified it. */
    record SignedIn(SignedInPerson person) implements IdentityClaim {

        @Override
        public Optional<String> name() {
            return Optional.of(person.name());
        }
    }
}
