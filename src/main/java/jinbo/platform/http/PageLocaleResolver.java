package jinbo.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language of who reads a page: the one that was chosen, else what is said of who has chosen none; Chinese or English. */
public final class PageLocaleResolver extends CookieLocaleResolver {

    public PageLocaleResolver(String cookie, Function<HttpServletRequest, Locale> unlessChosen) {
        super(cookie);
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(true);
        setCookieSameSite("Strict");
        // whoever sends another one has not chosen
        setRejectInvalidCookies(false);
        setDefaultLocaleFunction(request -> spoken(unlessChosen.apply(request)));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return spoken(super.resolveLocale(request));
    }

    private static Locale spoken(Locale wanted) {
        return "zh".equals(wanted.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
    }
}
