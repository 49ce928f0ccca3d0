package jinbo.participant.staff;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import jinbo.platform.files.ProcessUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Signs people in to the console by name and password; a refusal becomes an entry of the access log. */
@Component
public record SignIn(
        Persons persons,
        ConsolePasswords passwords,
        VerifyIdentity verifyIdentity,
        AuthorizeCaller authorizeCaller,
        SignInThrottle throttle) {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    /**
     * Signs a person in. A refusal records the name only if a person has this name, because it may be a mistyped
     * password.
     *
     * @throws NotProvenException if the identity is not proven, or after too many wrong passwords
     */
    public SignedInPerson with(String name, String password, Origin from) {
        Optional<Person> person = persons.findByInput(name);
        Optional<PersonName> active = person.filter(Person::isActive).map(Person::name);
        SignInThrottle.Attempt attempt = new SignInThrottle.Attempt(
                name,
                person.isPresent(),
                from.network(),
                from.browser()
                        .filter(shown -> active.filter(known -> passwords.isBrowserOf(known, shown))
                                .isPresent()));
        SignInThrottle.Try counted = throttle.recordAttempt(attempt);
        if (counted == SignInThrottle.Try.WRONG) {
            throw new NotProvenException(NotProvenError.PASSWORD_NOT_THEIRS);
        }
        if (counted != SignInThrottle.Try.ALLOWED) {
            NotProvenException tooMany =
                    new NotProvenException(NotProvenError.TOO_MANY_TRIES, SignInThrottle.PAUSE.toMinutes());
            throw counted == SignInThrottle.Try.FIRST_OVER_LIMIT ? refused(person, tooMany) : tooMany;
        }
        UUID edition = passwords
                .match(active, password)
                .orElseThrow(() -> refused(person, new NotProvenException(NotProvenError.PASSWORD_NOT_THEIRS)));
        throttle.recordSuccess(attempt);
        LOG.info("{} has signed in at the console", name);
        return new SignedInPerson(name, edition);
    }

    /**
     * A token for the browser in which a person has signed in, so that wrong passwords from other browsers do not count
     * against it. The token does not sign anybody in. It becomes invalid when the password changes.
     */
    public String browserOf(SignedInPerson person) {
        return passwords.browserOf(new PersonName(person.name()));
    }

    /** Throws {@link NotProvenException} if the person was revoked or has another password now. */
    public Person requireSignedIn(SignedInPerson person) {
        return verifyIdentity.of(new IdentityClaim.SignedIn(person));
    }

    private NotProvenException refused(Optional<Person> person, NotProvenException why) {
        authorizeCaller.refuseUnproven(Duty.LOOK, "console: sign in", person, ProcessUser.name(), why);
        return why;
    }

    /** @param browser a token of {@link SignIn#browserOf}, if the browser sends one; it may be forged */
    public record Origin(String address, Optional<String> browser) {

        private static final int NETWORK_BYTES = 8;

        /** An IPv4 address, or the /64 network of an IPv6 address, because one machine may use all of that network. */
        String network() {
            try {
                InetAddress parsed = InetAddress.getByName(address);
                return parsed instanceof Inet6Address && !parsed.isLoopbackAddress()
                        ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                        : parsed.getHostAddress();
            } catch (UnknownHostException e) {
                return address;
            }
        }
    }
}
