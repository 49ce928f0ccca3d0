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
import jinbo.reference.phone.Mobile;
import jinbo.registry.RegistryReadException;
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
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Model attributes that all pages of the portal need, and the pages for errors. */
@ControllerAdvice
@ConditionalOnWebApplication(type = Type.SERVLET)
record PortalControllerAdvice(PortalSettings settings, MessageSource messages, CountRejectedVisitors rejectedVisitors) {

    private static final Logger LOG = LoggerFactory.getLogger(PortalControllerAdvice.class);

    /**
     * Forms that are sent again when the visitor changes the language. A form whose response is a page has changed
     * nothing, and these forms contain no phone number.
     */
    private static final Set<String> REPLAYED =
            Set.of("/choose", "/choose/preview", "/choose/confirm", "/complain", "/complain/edit", "/complain/preview");

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
        model.addAttribute("publicAddress", settings.publicAddress().strip());
        PortalSession.of(request).findProven().ifPresent(number -> model.addAttribute("masked", mask(number.mobile())));
    }

    /** Returns the number without its middle digits, so that only its holder recognizes it. */
    static String mask(Mobile mobile) {
        String digits = mobile.digits();
        return digits.substring(0, 3) + " **** " + digits.substring(digits.length() - 4);
    }

    /** Removes only the proof: a code that was requested in another window stays valid. */
    @ExceptionHandler
    String notProven(NoProofException why, HttpServletRequest request) {
        PortalSession.of(request).removeProof();
        return "redirect:/?again";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String noConsent(ConsentMissingException why, HttpServletRequest request, Model model) {
        return errorPage("consent", request, model);
    }

    /** The calendar of the next year is missing until it is published in autumn and imported. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String noCalendar(YearNotLoadedException why, HttpServletRequest request, Model model) {
        LOG.error("Consumers cannot make choices: {}", why.getMessage());
        return errorPage("calendar", request, model);
    }

    @ExceptionHandler({AccessLogUnavailableException.class, AccessLogAlarmException.class})
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String noLog(RuntimeException why, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.RETRY_AFTER, COME_BACK_AFTER_SECONDS);
        LOG.error("Consumers cannot be served: {}", why.getMessage());
        return errorPage("closed", request, model);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    String tooManyRegistrations(TooManyRegistrationsException why, HttpServletRequest request, Model model) {
        return errorPage("too-many-registrations", request, model);
    }

    /** These requests are not logged, because a loop of them would fill the log. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    String tooManyViews(
            TooManyViewsException why, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(why.after().toSeconds() + 1));
        return errorPage("too-many-views", request, model);
    }

    /** For the time in which the database is unavailable, or has no free connection. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class, RegistryReadException.class})
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String databaseUnavailable(
            RuntimeException failed, HttpServletRequest request, HttpServletResponse response, Model model) {
        String why = TransientDatabaseFailure.of(failed).orElseThrow(() -> failed);
        return serviceUnavailable(new ConsumerServiceUnavailableException(why), request, response, model);
    }

    /** The visitor can safely repeat the request, because a form that is sent twice takes effect once. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String serviceUnavailable(
            ConsumerServiceUnavailableException why,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        LOG.warn("Consumers cannot be served: {}", why.getMessage());
        rejectedVisitors.increment();
        response.setHeader(HttpHeaders.RETRY_AFTER, COME_BACK_AFTER_SECONDS);
        return errorPage("away", request, model);
    }

    /** The requested URL is not logged, because it may contain anything, even a phone number. */
    @ExceptionHandler({
        InsurerException.class,
        NoSuchPageException.class,
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestParameterException.class
    })
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notFound(HttpServletRequest request, Model model) {
        return errorPage("not-there", request, model);
    }

    private String errorPage(String what, HttpServletRequest request, Model model) {
        common(request, RequestContextUtils.getLocale(request), model);
        model.addAttribute("here", "/");
        model.addAttribute("replay", Map.of());
        model.addAttribute("what", what);
        return "sorry";
    }

    /** Returns the URL that the language link opens: this page, or after a form was sent, the page of the form. */
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

    /** Returns the fields of a form to send again in the other language. */
    private static Map<String, String[]> replay(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || !REPLAYED.contains(request.getRequestURI())) {
            return Map.of();
        }
        Map<String, String[]> fields = new TreeMap<>(request.getParameterMap());
        fields.keySet().removeAll(Set.of("lang", "_csrf"));
        return fields;
    }
}
