package jinbo.platform.http;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** Knows by a cookie that a form is one of ours, so that who only reads needs no session. */
public final class CsrfTokenCookie {

    private CsrfTokenCookie() {}

    /** @param encrypted whether browsers reach the port by TLS, so that the cookie is for that alone */
    public static CookieCsrfTokenRepository named(String name, boolean encrypted) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        // a name that browsers take over TLS alone, from this host alone, so that no neighbour can set it
        tokens.setCookieName(encrypted ? "__Host-" + name : name);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Strict").secure(encrypted));
        return tokens;
    }
}
