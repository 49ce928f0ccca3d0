package jinbo.consumer.portal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jinbo.accesslog.AccessLogAlarmException;
import jinbo.accesslog.AccessLogUnavailableException;
import jinbo.consumer.ConsentMissingException;
import jinbo.consumer.ConsumerServiceUnavailableException;
import jinbo.consumer.NoProofException;
import jinbo.consumer.TooManyRegistrationsException;
import jinbo.consumer.TooManyViewsException;
import jinbo.consumer.TransientDatabaseFailure;
import jinbo.participant.insurer.InsurerException;
import jinbo.reference.calendar.YearNotLoadedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.UriComponentsBuilder;

/** What all pages of the portal have in common, and what is said where something cannot be done. */
@ControllerAdvice
@ConditionalOnWebApplication(type = Type.SERVLET)
record PortalControllerAdvice(PortalSettings settings, MessageSource messages, CountRejectedVisitors turnedAway) {

    private static final Logger LOG = LoggerFactory.getLogger(PortalControllerAdvice.class);

    /** A page that answers one of these says that nothing was done, so the form can be sent again; none holds a number of ours. */
    private static final Set<String> REPLAYED = Set.of("/choose", "/choose/preview", "/choose/confirm", "/complain");

    private static final String COME_BACK_AFTER_SECONDS = "60";

    @ModelAttribute
    void common(HttpServletRequest request, Locale locale, Model model) {
        model.addAttribute("lang", locale.getLanguage());
        model.addAttribute("here", here(request));
        model.addAttribute("replay", replay(request));
        model.addAttribute("replayTo", request.getRequestURI());
        model.addAttribute(FormErrors.ON_PAGES, new FormErrors());
        model.addAttribute("days", new PortalDateFormat(locale));
        model.addAttribute(
                "association",
                settings.association().isBlank()
                        ? messages.getMessage("association", null, locale)
                        : settings.association());
        model.addAttribute("contact", settings.contact());
        model.addAttribute("hotline", settings.hotline());
        PortalSession.of(request)
                .findProven()
                .ifPresent(number -> model.addAttribute("masked", MaskedNumber.of(number.mobile())));
    }

    /** What was proven too long ago is forgotten here, too; a code that is awaited in another window still counts. */
    @ExceptionHandler
    String notProven(NoProofException why, HttpServletRequest request) {
        PortalSession.of(request).removeProof();
        return "redirect:/?again";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String noConsent(ConsentMissingException why, HttpServletRequest request, Locale locale, Model model) {
        return says("consent", request, locale, model);
    }

    /** The calendar of a year is made known in autumn; until somebody has loaded it no day is guessed. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String noCalendar(YearNotLoadedException why, HttpServletRequest request, Locale locale, Model model) {
        LOG.error("Consumers cannot make choices: {}", why.getMessage());
        return says("calendar", request, locale, model);
    }

    @ExceptionHandler({AccessLogUnavailableException.class, AccessLogAlarmException.class})
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String noLog(
            RuntimeException why,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setHeader(HttpHeaders.RETRY_AFTER, COME_BACK_AFTER_SECONDS);
        LOG.error("Consumers cannot be served: {}", why.getMessage());
        return says("closed", request, locale, model);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    String tooManyRegistrations(
            TooManyRegistrationsException why, HttpServletRequest request, Locale locale, Model model) {
        return says("too-many-registrations", request, locale, model);
    }

    /** Logged by nobody: who asks in a loop would fill that log instead. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    String tooManyViews(
            TooManyViewsException why,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(why.after().toSeconds() + 1));
        return says("too-many-views", request, locale, model);
    }

    /** The pool of connections is used up, or the database is away or has no room. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String databaseUnavailable(
            RuntimeException failed,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        String why = TransientDatabaseFailure.of(failed).orElseThrow(() -> failed);
        return serviceUnavailable(new ConsumerServiceUnavailableException(why), request, response, locale, model);
    }

    /** Nothing is done for who has gone, and a form that is sent again is taken once: so coming back is safe. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String serviceUnavailable(
            ConsumerServiceUnavailableException why,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        LOG.warn("Consumers cannot be served: {}", why.getMessage());
        turnedAway.increment();
        response.setHeader(HttpHeaders.RETRY_AFTER, COME_BACK_AFTER_SECONDS);
        return says("away", request, locale, model);
    }

    /** What was typed into an address may be anything, a number as well: it is told nowhere. */
    @ExceptionHandler({
        InsurerException.class,
        NoSuchPageException.class,
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestParameterException.class
    })
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notFound(HttpServletRequest request, Locale locale, Model model) {
        return says("not-there", request, locale, model);
    }

    private String says(String what, HttpServletRequest request, Locale locale, Model model) {
        common(request, locale, model);
        model.addAttribute("here", "/");
        model.addAttribute("replay", Map.of());
        model.addAttribute("what", what);
        return "sorry";
    }

    /** Where the same is read in the other language: a page that answers a form is asked for where the form is. */
    private static String here(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return "/";
        }
        String path = request.getRequestURI();
        if (request.getMethod().equals("POST")) {
            int second = path.indexOf('/', 1);
            return second > 0 ? path.substring(0, second) : path;
        }
        return UriComponentsBuilder.fromPath(path)
                .query(request.getQueryString())
                .replaceQueryParam("lang")
                .build()
                .toUriString();
    }

    /** What was typed into a form that can be sent once more for the other language, because its answer changes nothing. */
    private static Map<String, String[]> replay(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || !REPLAYED.contains(request.getRequestURI())) {
            return Map.of();
        }
        Map<String, String[]> fields = new TreeMap<>(request.getParameterMap());
        fields.keySet().removeAll(Set.of("lang", "_csrf"));
        return fields;
    }
}
