package jinbo.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Resolves the language of a page, Chinese or English: that of the cookie, or else a default for the request. */
public final class PageLocaleResolver extends CookieLocaleResolver {

    public PageLocaleResolver(String cookie, Function<HttpServletRequest, Locale> defaultLocale) {
        super(cookie);
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(true);
        setCookieSameSite("Strict");
        // treat an invalid cookie as missing
        setRejectInvalidCookies(false);
        setDefaultLocaleFunction(request -> supported(defaultLocale.apply(request)));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return supported(super.resolveLocale(request));
    }

    private static Locale supported(Locale wanted) {
        return "zh".equals(wanted.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
    }
}
