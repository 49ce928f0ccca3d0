package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.accesslog.AccessLogAlarmException;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.NotPermittedException;
import jinbo.participant.staff.Person;
import jinbo.participant.staff.SignIn;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What all pages have in common: who reads, in which language, what that person may do, and what is said if it may not. */
@ControllerAdvice
@ConditionalOnWebApplication(type = Type.SERVLET)
record ConsoleControllerAdvice(SignIn signIn) {

    public record Reader(String name, String fullName, String role) {}

    @ModelAttribute
    void common(HttpServletRequest request, Locale locale, Model model) {
        model.addAttribute("lang", locale.getLanguage());
        model.addAttribute("here", request.getRequestURI());
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.getPrincipal() instanceof SignedInPerson signedIn) {
            Person person = signIn.requireSignedIn(signedIn);
            model.addAttribute(
                    "reader",
                    new Reader(
                            person.name().value(),
                            person.fullName(),
                            person.role().name()));
            model.addAttribute("may", dutiesOf(person));
        }
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String notPermitted(NotPermittedException why, HttpServletRequest request, Locale locale, Model model) {
        common(request, locale, model);
        model.addAttribute("why", why.errorMessage().in(locale));
        return "not-permitted";
    }

    /** An auditor who looks for proof is told at once that there is none to be had. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    String alarm(AccessLogAlarmException why, HttpServletRequest request, Locale locale, Model model) {
        common(request, locale, model);
        model.addAttribute("why", why.getMessage());
        return "alarm";
    }

    /** What was typed into an address may be anything, a number as well: it is told nowhere. */
    @ExceptionHandler({
        NoSuchThingException.class,
        InsurerException.class,
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestParameterException.class,
        MissingServletRequestPartException.class,
        MultipartException.class
    })
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notThere(HttpServletRequest request, Locale locale, Model model) {
        common(request, locale, model);
        return "not-there";
    }

    private static Set<String> dutiesOf(Person person) {
        return Arrays.stream(Duty.values())
                .filter(duty -> duty.roles().contains(person.role()))
                .map(Duty::name)
                .collect(Collectors.toSet());
    }
}
