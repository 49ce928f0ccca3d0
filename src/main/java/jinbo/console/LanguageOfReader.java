package jinbo.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language of who reads: the one that was chosen, else Chinese or English as the browser prefers. */
final class LanguageOfReader extends CookieLocaleResolver {

    LanguageOfReader() {
        super("jinbo-language");
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(true);
        setCookieSameSite("Strict");
        setDefaultLocaleFunction(request -> spoken(request.getLocale()));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return spoken(super.resolveLocale(request));
    }

    private static Locale spoken(Locale wanted) {
        return "zh".equals(wanted.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
    }
}
