package jinbo.participant.staff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.ssh.SshKeyFile;
import org.springframework.stereotype.Component;

/** Proves that somebody is the person it says to be: it has the private key of the registered public one, or has signed in. */
@Component
class VerifyIdentity {

    private final Persons persons;
    private final ConsolePasswords passwords;

    VerifyIdentity(Persons persons, ConsolePasswords passwords) {
        this.persons = persons;
        this.passwords = passwords;
    }

    /** @throws NotProvenException if that is not proven */
    Person of(IdentityClaim identityClaim) {
        return identityClaim instanceof IdentityClaim.SignedIn signedIn
                ? signedIn(signedIn.person())
                : byKey((IdentityClaim.ByKey) identityClaim);
    }

    /** Asked at each step: since then the person may have been revoked, or the password replaced. */
    private Person signedIn(SignedInPerson known) {
        Person person = active(known.name());
        if (!passwords.edition(person.name()).equals(Optional.of(known.passwordEdition()))) {
            throw new NotProvenException(NotProvenError.PASSWORD_REPLACED, person.name());
        }
        return person;
    }

    private Person active(String name) {
        Person person = persons.findAnyName(name).orElseThrow(() -> new NotProvenException(NotProvenError.UNKNOWN));
        if (!person.isActive()) {
            throw new NotProvenException(NotProvenError.REVOKED, person.name());
        }
        return person;
    }

    private Person byKey(IdentityClaim.ByKey identityClaim) {
        if (identityClaim.name().isEmpty() || identityClaim.key().isEmpty()) {
            throw new NotProvenException(NotProvenError.NOT_SAID);
        }
        Person person = active(identityClaim.name().get());
        KeyPair pair = read(identityClaim.key().get());
        if (!new KeyChallenge().verify(pair.getPrivate(), person.key().key())) {
            throw new NotProvenException(
                    NotProvenError.KEY_NOT_THEIRS, person.name(), person.key().fingerprint());
        }
        return person;
    }

    private static KeyPair read(Path file) {
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
