package jinbo.demo;

import jakarta.servlet.ServletRequest;
import jinbo.platform.http.ContentSecurityPolicy;
import jinbo.platform.http.CsrfTokenCookie;
import jinbo.platform.http.HostNameFilter;
import jinbo.platform.http.MaskedCsrfTokenHandler;
import jinbo.platform.http.PageContext;
import jinbo.platform.http.PageLocaleResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The application context of the demo's local port, which serves the page for integrators. It is not nested in
 * {@link OpenDemoPage}, because Spring would then import it together with that component.
 */
@Import(DemoPage.class)
class DemoContext extends PageContext {

    /** The page needs no sign-in: the port is local, and its secrets are samples. Forms of other sites are refused. */
    @Bean
    static SecurityFilterChain security(HttpSecurity http) {
        return http.addFilterBefore(new HostNameFilter(), HeaderWriterFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(CsrfTokenCookie.named("jinbo-demo-form", false))
                        .csrfTokenRequestHandler(new MaskedCsrfTokenHandler()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    static ContentSecurityPolicy contentPolicy() {
        return new ContentSecurityPolicy("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                + " base-uri 'none'; frame-ancestors 'none'");
    }

    /** Keeps Spring Boot from creating a user and logging the password. */
    @Bean
    static UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException("Nobody signs in here");
        };
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new PageLocaleResolver("jinbo-demo-language", ServletRequest::getLocale);
    }
}
