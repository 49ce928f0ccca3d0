package jinbo.operator.console;

import java.util.Locale;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who asks for a page or sends a form.
 *
 * @param person who has signed in
 * @param language of the pages
 */
record Visitor(SignedInPerson person, Locale language) {

    /** Of the request that this thread answers. */
    static Visitor current() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null || !(known.getPrincipal() instanceof SignedInPerson person)) {
            throw new IllegalStateException("Nobody has signed in");
        }
        return new Visitor(person, LocaleContextHolder.getLocale());
    }
}
