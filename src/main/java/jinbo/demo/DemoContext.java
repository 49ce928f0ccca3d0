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

/** What stands behind the port of the integrator's page. */
@Import(DemoPage.class)
class DemoContext extends PageContext {

    /** Nobody signs in: it is for this machine alone, and shows made-up secrets. Other pages of a browser can send it no form. */
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

    /** Without this Spring Boot would make a user with a password and log it. */
    @Bean
    static UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("Nobody signs in here");
        };
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new PageLocaleResolver("jinbo-demo-language", ServletRequest::getLocale);
    }
}
