package jinbo.participant.staff;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Optional;
import jinbo.platform.ssh.SshSignature;
import org.springframework.stereotype.Component;

/** Verifies identities by the private key of the registered public key, or by a console session. */
@Component
record VerifyIdentity(Persons persons, ConsolePasswords passwords) {

    /** @throws NotProvenException if the identity is not proven */
    Person of(IdentityClaim identityClaim) {
        if (identityClaim instanceof IdentityClaim.SignedIn signedIn) {
            return signedIn(signedIn.person());
        }
        if (identityClaim instanceof IdentityClaim.ByKey key) {
            return byKey(key);
        }
        if (identityClaim instanceof IdentityClaim.Signed signed) {
            return bySignature(signed);
        }
        throw new NotProvenException(NotProvenError.NOT_SAID);
    }

    private Person bySignature(IdentityClaim.Signed signed) {
        Person person = active(signed.person());
        if (!SshSignature.verify(
                signed.signature(),
                person.key().key(),
                signed.purpose().namespace(),
                signed.document().getBytes(StandardCharsets.UTF_8))) {
            throw keyNotTheirs(person);
        }
        return person;
    }

    private static NotProvenException keyNotTheirs(Person person) {
        return new NotProvenException(
                NotProvenError.KEY_NOT_THEIRS, person.name(), person.key().fingerprint());
    }

    /** Checked at each step, because the person may have been revoked or the password replaced. */
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
        KeyPair pair = IdentityClaim.ByKey.read(identityClaim.key().get());
        if (!new KeyChallenge().verify(pair.getPrivate(), person.key().key())) {
            throw keyNotTheirs(person);
        }
        return person;
    }

    /** Signs a document, or returns nothing for a claim without key. */
    Optional<String> sign(IdentityClaim identityClaim, SignaturePurpose purpose, String document) {
        if (identityClaim instanceof IdentityClaim.Signed signed) {
            return Optional.of(signed.signature());
        }
        return identityClaim instanceof IdentityClaim.ByKey key ? key.sign(purpose, document) : Optional.empty();
    }
}
