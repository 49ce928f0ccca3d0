package jinbo.participant.staff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
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
            throw NotProvenException.passwordReplaced(person);
        }
        return person;
    }

    private Person active(String name) {
        Person person = persons.findAnyName(name).orElseThrow(NotProvenException::unknown);
        if (!person.isActive()) {
            throw NotProvenException.revoked(person);
        }
        return person;
    }

    private Person byKey(IdentityClaim.ByKey identityClaim) {
        if (identityClaim.name().isEmpty() || identityClaim.key().isEmpty()) {
            throw NotProvenException.nameMissing();
        }
        Person person = active(identityClaim.name().get());
        KeyPair pair = read(identityClaim.key().get());
        if (!new KeyChallenge().verify(pair.getPrivate(), person.key().key())) {
            throw NotProvenException.wrongKey(person);
        }
        return person;
    }

    private static KeyPair read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw NotProvenException.keyUnusable(file + " is not a file that can be read");
            }
            if (OwnerOnlyPermissions.isOpenToOthers(file)) {
                throw NotProvenException.keyReadableByOthers("run chmod 600 " + file);
            }
            return SshKeyFile.read(file);
        } catch (IOException e) {
            throw NotProvenException.keyUnusable(String.valueOf(e.getMessage()));
        }
    }
}
