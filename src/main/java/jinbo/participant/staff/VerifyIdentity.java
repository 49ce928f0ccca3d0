package jinbo.participant.staff;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Optional;
import jinbo.platform.ssh.SshSignature;
import org.springframework.stereotype.Component;

/** Verifies the proof of an identity: a signature with the private key of the person, or a console session. */
@Component
record VerifyIdentity(Persons persons, ConsolePasswords passwords) {

    private static final String CHALLENGE = "jinbo-challenge";
    private static final int CHALLENGE_BYTES = 32;

    Person of(IdentityClaim claim) {
        if (claim instanceof IdentityClaim.SignedIn signedIn) {
            return signedIn(signedIn.person());
        }
        if (claim instanceof IdentityClaim.ByKey key) {
            return byKey(key);
        }
        if (claim instanceof IdentityClaim.Signed signed) {
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

    /** Is checked at each request, because the person may have been revoked or the password replaced meanwhile. */
    private Person signedIn(SignedInPerson known) {
        Person person = active(known.name());
        if (!passwords.edition(person.name()).equals(Optional.of(known.passwordEdition()))) {
            throw new NotProvenException(NotProvenError.PASSWORD_REPLACED, person.name());
        }
        return person;
    }

    private Person active(String name) {
        Person person = persons.findByInput(name).orElseThrow(() -> new NotProvenException(NotProvenError.UNKNOWN));
        if (!person.isActive()) {
            throw new NotProvenException(NotProvenError.REVOKED, person.name());
        }
        return person;
    }

    private Person byKey(IdentityClaim.ByKey claim) {
        if (claim.name().isEmpty() || claim.key().isEmpty()) {
            throw new NotProvenException(NotProvenError.NOT_SAID);
        }
        Person person = active(claim.name().get());
        KeyPair pair = IdentityClaim.ByKey.read(claim.key().get());
        if (!matches(pair, person.key().key())) {
            throw keyNotTheirs(person);
        }
        return person;
    }

    /** Signs a challenge, because a file with a private key may contain the public key of somebody else. */
    private static boolean matches(KeyPair pair, PublicKey registered) {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        new SecureRandom().nextBytes(challenge);
        try {
            String signature = SshSignature.sign(pair, CHALLENGE, challenge);
            return SshSignature.verify(signature, registered, CHALLENGE, challenge);
        } catch (IllegalArgumentException unsupportedKey) {
            return false;
        }
    }

    /** Signs a document; empty for a claim without key. */
    Optional<String> sign(IdentityClaim claim, SignaturePurpose purpose, String document) {
        if (claim instanceof IdentityClaim.Signed signed) {
            return Optional.of(signed.signature());
        }
        return claim instanceof IdentityClaim.ByKey key ? key.sign(purpose, document) : Optional.empty();
    }
}
