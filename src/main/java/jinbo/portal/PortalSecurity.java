package jinbo.portal;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What a browser is told to allow on the portal's pages, and that a form comes from one of them. Nobody signs in here. */
final class PortalSecurity {

    private static final String NOTHING_BUT_OURS =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private PortalSecurity() {}

    static SecurityFilterChain of(HttpSecurity http, PortalSettings settings, CountTurnedAway turnedAway) {
        // what knows who has signed in is left away: nobody has, and each part of it costs every page something
        return http.csrf(csrf -> csrf.csrfTokenRepository(forms(settings))
                        // a gateway has no page of ours before it; its signature says who sends
                        .ignoringRequestMatchers(DeliveryReceiptPages.ADDRESSES))
                .anonymous(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(new PoliteWait(settings, turnedAway), HeaderWriterFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(NOTHING_BUT_OURS))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /** In a cookie and not in a session: who only reads needs none, and there may be a million of them. */
    private static CookieCsrfTokenRepository forms(PortalSettings settings) {
        CookieCsrfTokenRepository forms = new CookieCsrfTokenRepository();
        // a name that browsers take over TLS alone, from this host alone, so that no neighbour can set it
        forms.setCookieName(settings.isEncrypted() ? "__Host-jinbo-form" : "jinbo-form");
        forms.setCookiePath("/");
        forms.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Strict").secure(settings.isEncrypted()));
        return forms;
    }
}
