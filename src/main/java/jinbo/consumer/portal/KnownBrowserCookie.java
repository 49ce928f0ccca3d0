package jinbo.consumer.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.consumer.Visitor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie with a browser's marks ({@code KnownBrowsers}), newest first. It authorizes nothing. */
final class KnownBrowserCookie {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final String BETWEEN = ".";

    private final String name;
    private final boolean isEncrypted;

    KnownBrowserCookie(PortalSettings settings) {
        this.isEncrypted = settings.isEncrypted();
        this.name = isEncrypted ? "__Host-jinbo-known" : "jinbo-known";
    }

    List<String> marks(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(Cookie::getValue)
                .map(value -> List.of(value.split("\\.", Visitor.MOST_MARKS + 1)))
                .orElseGet(List::of);
    }

    void remember(String mark, HttpServletRequest request, HttpServletResponse response) {
        List<String> all = Stream.concat(Stream.of(mark), marks(request).stream())
                .filter(one -> one.matches("[A-Za-z0-9_-]{1,40}"))
                .distinct()
                .limit(Visitor.MOST_MARKS)
                .toList();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, String.join(BETWEEN, all))
                        .path("/")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .secure(isEncrypted)
                        .sameSite("Strict")
                        .build()
                        .toString());
    }
}
