package jinbo.platform.http;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** Keeps the CSRF token in a cookie, so that visitors who only read need no session. */
public final class CsrfTokenCookie {

    private CsrfTokenCookie() {}

    /** @param encrypted true if browsers use TLS for the port */
    public static CookieCsrfTokenRepository named(String name, boolean encrypted) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        // browsers accept this prefix only over TLS and only from this host
        tokens.setCookieName(encrypted ? "__Host-" + name : name);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Strict").secure(encrypted));
        return tokens;
    }
}
