package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;
import jinbo.platform.http.ContentSecurityPolicy;
import jinbo.platform.http.PageLocaleResolver;
import jinbo.platform.http.RefusedPaths;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * What stands behind the portal's port: of Spring Boot's parts those that pages need, by name, and ours. No {@code @Configuration},
 * so that only who opens the port loads it.
 */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
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
class PortalContext implements WebMvcConfigurer {

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

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }
}
