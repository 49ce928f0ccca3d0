package jinbo.operator.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jinbo.accesslog.AccessLogAlarmException;
import jinbo.batch.RunProgress;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.FourEyes;
import jinbo.participant.staff.NotPermittedException;
import jinbo.participant.staff.Person;
import jinbo.participant.staff.SignIn;
import jinbo.participant.staff.SignedInPerson;
import jinbo.reference.phone.PhoneDigits;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The model attributes that all pages of the console have, and its error pages. */
@ControllerAdvice
@ConditionalOnWebApplication(type = Type.SERVLET)
record ConsoleControllerAdvice(
        SignIn signIn, RequestPages.PendingRequests pending, RunProgress progress, FourEyes fourEyes) {

    /** Sections without an entry in the navigation, each with the section whose entry is highlighted instead. */
    private static final Map<String, String> PARENTS = Map.of(
            "/held",
            "/files",
            "/executions",
            "/runs",
            "/units",
            "/insurers",
            "/lines",
            "/insurers",
            "/sanctions",
            "/cases");

    public record Reader(String name, String fullName, String role, String confidentialitySince) {}

    @ModelAttribute
    void common(HttpServletRequest request, Locale locale, Model model) {
        model.addAttribute("lang", locale.getLanguage());
        model.addAttribute("section", section(request));
        model.addAttribute("within", PARENTS.getOrDefault(section(request), ""));
        model.addAttribute("inEnglish", inLanguage("en", request));
        model.addAttribute("inChinese", inLanguage("zh", request));
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null && known.getPrincipal() instanceof SignedInPerson signedIn) {
            Person person = signIn.requireSignedIn(signedIn);
            model.addAttribute(
                    "reader",
                    new Reader(
                            person.name().value(),
                            person.fullName(),
                            person.role().name(),
                            PageFormat.orNothing(person.confidentialitySince())));
            model.addAttribute("may", dutiesOf(person));
            model.addAttribute("ask", fourEyes.areRequired() ? "ask" : "ask.alone");
            model.addAttribute("askToAdmit", fourEyes.areRequiredFor(Duty.ADMIT_PEOPLE) ? "ask" : "ask.alone");
            model.addAttribute("waitingForMe", pending.of(person).size());
            model.addAttribute("progress", ProgressPages.Row.of(progress.all()));
        }
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String notPermitted(NotPermittedException why, HttpServletRequest request, Locale locale, Model model) {
        model.addAttribute("why", why.errorMessage().in(locale));
        return error(HttpStatus.FORBIDDEN, request, locale, model);
    }

    /** While the access log is in alarm, there are no proofs. */
    @ExceptionHandler(AccessLogAlarmException.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String alarm(HttpServletRequest request, Locale locale, Model model) {
        return error(HttpStatus.CONFLICT, request, locale, model);
    }

    /** Neither the page nor the log repeats the requested URL, because it may contain a phone number. */
    @ExceptionHandler({
        NoSuchThingException.class,
        InsurerException.class,
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestParameterException.class,
        MissingServletRequestPartException.class,
        MultipartException.class
    })
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notFound(HttpServletRequest request, Locale locale, Model model) {
        return error(HttpStatus.NOT_FOUND, request, locale, model);
    }

    private String error(HttpStatus status, HttpServletRequest request, Locale locale, Model model) {
        common(request, locale, model);
        model.addAttribute("status", status.value());
        return "error";
    }

    /** Returns the first segment of the path, which selects the entry of the navigation and a section of the help. */
    private static String section(HttpServletRequest request) {
        String path = request.getRequestURI();
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    /** Returns the URL that the language link opens: this page or, after a form was sent, the home page. */
    private static String inLanguage(String language, HttpServletRequest request) {
        boolean isPage = request.getMethod().equals("GET") && request.getDispatcherType() == DispatcherType.REQUEST;
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        return UriComponentsBuilder.fromPath(isPage ? request.getRequestURI() : "/")
                .query(PhoneDigits.masked(query).equals(query) ? query : "")
                .replaceQueryParam("lang", language)
                .build()
                .toUriString();
    }

    private static Set<String> dutiesOf(Person person) {
        return Arrays.stream(Duty.values())
                .filter(duty -> duty.roles().contains(person.role()))
                .map(Duty::name)
                .collect(Collectors.toSet());
    }
}
