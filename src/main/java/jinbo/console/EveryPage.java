package jinbo.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.insurer.InsurerException;
import jinbo.person.Duty;
import jinbo.person.NotPermittedException;
import jinbo.person.Person;
import jinbo.person.SignIn;
import jinbo.person.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What all pages have in common: who reads, in which language, what that person may do, and what is said if it may not. */
@ControllerAdvice
@ConditionalOnWebApplication(type = Type.SERVLET)
class EveryPage {

    private final SignIn signIn;

    EveryPage(SignIn signIn) {
        this.signIn = signIn;
    }

    /**
     * Who reads a page.
     *
     * @param name the short name
     * @param fullName as on the agreement
     * @param role its role
     */
    public record Reader(String name, String fullName, String role) {}

    @ModelAttribute
    void common(
            @AuthenticationPrincipal @Nullable SignedInPerson person,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        model.addAttribute("lang", locale.getLanguage());
        model.addAttribute("here", request.getRequestURI());
        Optional.ofNullable(person).ifPresent(signedIn -> {
            Person known = signIn.stillIn(signedIn);
            model.addAttribute(
                    "reader",
                    new Reader(
                            known.name().value(), known.fullName(), known.role().name()));
            model.addAttribute("may", dutiesOf(known));
        });
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String notPermitted(NotPermittedException why, Model model) {
        model.addAttribute("why", why.getMessage());
        return "not-permitted";
    }

    @ExceptionHandler({NoSuchThingException.class, InsurerException.class})
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notThere(Model model) {
        return "not-there";
    }

    private static Set<String> dutiesOf(Person person) {
        return Arrays.stream(Duty.values())
                .filter(duty -> duty.roles().contains(person.role()))
                .map(Duty::name)
                .collect(Collectors.toSet());
    }
}
