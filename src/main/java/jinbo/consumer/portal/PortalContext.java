package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;
import jinbo.platform.http.ContentSecurityPolicy;
import jinbo.platform.http.CsrfTokenCookie;
import jinbo.platform.http.HostNameFilter;
import jinbo.platform.http.MaskedCsrfTokenHandler;
import jinbo.platform.http.PageContext;
import jinbo.platform.http.PageLocaleResolver;
import jinbo.platform.http.RefusedPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.servlet.LocaleResolver;

@Import({
    PortalControllerAdvice.class,
    StartPages.class,
    CodePages.class,
    RegistrationPages.class,
    ChoicePages.class,
    RenewPages.class,
    ComplaintPages.class,
    DeliveryReceiptPages.class
})
/** The application context of the portal's port, with its pages, filters and security. */
class PortalContext extends PageContext {

    @Bean
    static SecurityFilterChain security(
            HttpSecurity http, PortalSettings settings, CountRejectedVisitors rejectedVisitors) {
        settings.names().ifPresent(names -> http.addFilterBefore(new HostNameFilter(names), HeaderWriterFilter.class));
        // the portal has no logins, and each of the disabled filters costs time
        return http.csrf(csrf -> csrf.csrfTokenRepository(CsrfTokenCookie.named("jinbo-form", settings.isEncrypted()))
                        .csrfTokenRequestHandler(new MaskedCsrfTokenHandler())
                        // a gateway authenticates by its signature
                        .ignoringRequestMatchers(DeliveryReceiptPages.ADDRESSES))
                .anonymous(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(new OverloadFilter(settings, rejectedVisitors), HeaderWriterFilter.class)
                // the port itself sets the headers, because Tomcat's error pages need them, too
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    static ContentSecurityPolicy contentPolicy() {
        return new ContentSecurityPolicy("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    @Bean(destroyMethod = "close")
    static CountRejectedVisitors countRejectedVisitors(ConsumerService service) {
        return new CountRejectedVisitors(service);
    }

    @Bean
    static KnownBrowserCookie knownCookie(PortalSettings settings) {
        return new KnownBrowserCookie(settings);
    }

    @Bean
    static RefusedPaths gatewaysThatAreNotSet(DeliveryReceipts receipts) {
        return path -> path.startsWith(DeliveryReceiptPages.PATH)
                && !receipts.isKnown(path.substring(DeliveryReceiptPages.PATH.length()));
    }

    /** Without this bean, Spring Boot would create a user and log its password. */
    @Bean
    static UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("Nobody signs in at the portal");
        };
    }

    /** Chinese, unless the visitor chooses English. */
    @Bean
    static LocaleResolver localeResolver() {
        return new PageLocaleResolver("jinbo-portal-language", (HttpServletRequest request) -> Locale.CHINESE);
    }
}
