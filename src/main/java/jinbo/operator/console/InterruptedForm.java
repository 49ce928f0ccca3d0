package jinbo.operator.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import jinbo.reference.phone.PhoneDigits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A form that a person has sent after the session had ended. A cookie keeps the page of the form and the typed reason,
 * with numbers masked, until the person has signed in again.
 */
record InterruptedForm(String page, String reason) {

    private static final String COOKIE = "jinbo-interrupted";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int LONGEST = 500;
    /** The longest value, because browsers drop a cookie of more than 4096 bytes. */
    private static final int LONGEST_ENCODED = 3500;

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9-]+){1,3}");
    /** The segments that forms add to the path of their page. */
    private static final Pattern ADDED = Pattern.compile("(?<=/[A-Za-z0-9-]{1,40})(/[a-z-]+)+$|(?<=^/sanctions)/.*");

    static InterruptedForm of(HttpServletRequest request) {
        return new InterruptedForm(ADDED.matcher(request.getRequestURI()).replaceFirst(""), typed(request));
    }

    /** Returns the typed reason with masked numbers, cut to the size that fits into the cookie. */
    static String typed(HttpServletRequest request) {
        String reason = Objects.requireNonNullElse(request.getParameter("reason"), "");
        String masked = PhoneDigits.masked(reason);
        String kept = masked.substring(0, Math.min(LONGEST, masked.length()));
        while (encoded(kept).length() > LONGEST_ENCODED) {
            kept = kept.substring(0, kept.length() - 1);
        }
        return kept;
    }

    static Optional<InterruptedForm> find(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .map(value -> value.split("\\.", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new InterruptedForm(decoded(parts[0]), decoded(parts[1])))
                .filter(form -> PATH.matcher(form.page()).matches());
    }

    void keep(HttpServletResponse response, boolean encrypted) {
        write(response, encoded(page) + "." + encoded(reason), KEPT, encrypted);
    }

    static void forget(HttpServletResponse response, boolean encrypted) {
        write(response, "", Duration.ZERO, encrypted);
    }

    private static void write(HttpServletResponse response, String value, Duration kept, boolean encrypted) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Strict")
                        .secure(encrypted)
                        .maxAge(kept)
                        .build()
                        .toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace(".", "%2E");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
