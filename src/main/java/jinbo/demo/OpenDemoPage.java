package jinbo.demo;

import jakarta.servlet.ServletRequest;
import java.util.List;
import jinbo.platform.http.ContentSecurityPolicy;
import jinbo.platform.http.CsrfTokenCookie;
import jinbo.platform.http.HostNameFilter;
import jinbo.platform.http.MaskedCsrfTokenHandler;
import jinbo.platform.http.OpenWebPort;
import jinbo.platform.http.PageContext;
import jinbo.platform.http.PageLocaleResolver;
import jinbo.platform.http.WebListenerSettings;
import jinbo.platform.http.WebPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

@Component
public record OpenDemoPage(OpenWebPort ports) {

    private static final int PORT = 8092;

    /** Opens the usual port, or any free port if that is occupied. */
    WebPort open(String portal, String console) {
        WebPort usual = open(PORT, portal, console);
        return usual instanceof WebPort.Taken ? open(0, portal, console) : usual;
    }

    private WebPort open(int port, String portal, String console) {
        return ports.open(new WebListenerSettings("127.0.0.1", port, "", "")
                .order(
                        DemoContext.class,
                        "classpath:/jinbo/demo/port.yaml",
                        List.of("jinbo.demo.portal=" + portal, "jinbo.demo.console=" + console)));
    }

    @Import(DemoPage.class)
    class DemoContext extends PageContext {

        /** No sign-in, because the port is local and all secrets are made up; forms of other sites are refused. */
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
}
