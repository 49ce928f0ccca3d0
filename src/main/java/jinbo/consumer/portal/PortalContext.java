package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;
import jinbo.platform.http.ContentSecurityPolicy;
import jinbo.platform.http.PageContext;
import jinbo.platform.http.PageLocaleResolver;
import jinbo.platform.http.RefusedPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.LocaleResolver;

/** What stands behind the portal's port. */
@Import({
    PortalControllerAdvice.class,
    StartPages.class,
    CodePages.class,
    RegistrationPages.class,
    ChoicePages.class,
    CancelPages.class,
    RenewPages.class,
    ConfirmationPages.class,
    ComplaintPages.class,
    SupervisionPages.class,
    DeliveryReceiptPages.class
})
class PortalContext extends PageContext {

    @Bean
    static SecurityFilterChain security(HttpSecurity http, PortalSettings settings, CountRejectedVisitors turnedAway) {
        return PortalSecurity.of(http, settings, turnedAway);
    }

    @Bean
    static ContentSecurityPolicy contentPolicy() {
        return PortalSecurity.CONTENT_POLICY;
    }

    @Bean(destroyMethod = "close")
    static CountRejectedVisitors turnedAway(ConsumerService service) {
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

    /** Nobody has a name here; without this Spring Boot would make a user with a password and log it. */
    @Bean
    static UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("Nobody signs in at the portal");
        };
    }

    /** Beijing's consumers: Chinese, unless English was chosen. */
    @Bean
    static LocaleResolver localeResolver() {
        return new PageLocaleResolver("jinbo-portal-language", (HttpServletRequest request) -> Locale.CHINESE);
    }
}
