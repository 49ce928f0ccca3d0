package jinbo.operator.console;

import jinbo.participant.staff.NotProvenError;
import jinbo.participant.staff.NotProvenException;
import jinbo.participant.staff.SignIn;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Has it proven by a password who somebody is. */
record ByPassword(SignIn signIn) implements AuthenticationProvider {

    /** For a while no password is looked at. */
    static final class TooManyTriesException extends LockedException {
        private static final long serialVersionUID = 1L;

        TooManyTriesException(NotProvenException why) {
            super("too many tries", why);
        }
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        if (!(asked.getDetails() instanceof KnownBrowser.Details from)) {
            throw new BadCredentialsException("nobody knows from where");
        }
        try {
            SignedInPerson person = signIn.with(asked.getName(), String.valueOf(asked.getCredentials()), from.origin());
            UsernamePasswordAuthenticationToken in =
                    UsernamePasswordAuthenticationToken.authenticated(person, "", java.util.List.of());
            in.setDetails(asked.getDetails());
            return in;
        } catch (NotProvenException e) {
            throw e.error() == NotProvenError.TOO_MANY_TRIES
                    ? new TooManyTriesException(e)
                    : new BadCredentialsException("not proven", e);
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
