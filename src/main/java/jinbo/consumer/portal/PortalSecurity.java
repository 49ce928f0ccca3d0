package jinbo.consumer.portal;

import jinbo.platform.http.ContentSecurityPolicy;
import jinbo.platform.http.CsrfTokenCookie;
import jinbo.platform.http.HostNameFilter;
import jinbo.platform.http.MaskedCsrfTokenHandler;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;

/** What a browser is told to allow on the portal's pages, and that a form comes from one of them. Nobody signs in here. */
final class PortalSecurity {

    static final ContentSecurityPolicy CONTENT_POLICY =
            new ContentSecurityPolicy("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");

    private PortalSecurity() {}

    static SecurityFilterChain of(HttpSecurity http, PortalSettings settings, CountRejectedVisitors turnedAway) {
        settings.names().ifPresent(names -> http.addFilterBefore(new HostNameFilter(names), HeaderWriterFilter.class));
        // what knows who has signed in is left away: nobody has, and each part of it costs every page something
        return http.csrf(csrf -> csrf.csrfTokenRepository(CsrfTokenCookie.named("jinbo-form", settings.isEncrypted()))
                        .csrfTokenRequestHandler(new MaskedCsrfTokenHandler())
                        // a gateway has no page of ours before it; its signature says who sends
                        .ignoringRequestMatchers(DeliveryReceiptPages.ADDRESSES))
                .anonymous(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(new OverloadFilter(settings, turnedAway), HeaderWriterFilter.class)
                // the port's own, which stand on Tomcat's pages, too
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }
}
