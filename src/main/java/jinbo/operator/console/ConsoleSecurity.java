package jinbo.operator.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jinbo.participant.staff.SignIn;
import jinbo.platform.http.ContentSecurityPolicy;
import jinbo.platform.http.CsrfTokenCookie;
import jinbo.platform.http.HostNameFilter;
import jinbo.platform.http.MaskedCsrfTokenHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Who gets past the console's door, and what a browser is told to allow on its pages: nothing but our own, and no script. */
final class ConsoleSecurity {

    static final ContentSecurityPolicy NOTHING_BUT_OURS = new ContentSecurityPolicy(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");

    private ConsoleSecurity() {}

    static SecurityFilterChain of(HttpSecurity http, SignIn signIn, ConsoleSettings settings) {
        if (!settings.isEncrypted()) {
            // under a certificate a browser sees to that itself
            http.addFilterBefore(new HostNameFilter(settings.address()), HeaderWriterFilter.class);
        }
        return http.authorizeHttpRequests(asked -> asked.requestMatchers("/sign-in", "/*.css", "/*.svg", "/error")
                        .permitAll()
                        // goes on with a request that was permitted
                        .dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // nobody has a session before having signed in
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens(settings.isEncrypted()))
                        .csrfTokenRequestHandler(new MaskedCsrfTokenHandler()))
                .exceptionHandling(failed -> failed.accessDeniedHandler(
                        (request, response, why) -> refuse(request, response, why, settings)))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .authenticationProvider(new ByPassword(signIn))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .authenticationDetailsSource(KnownBrowser::detailsOf)
                        .successHandler(new KnownBrowser(signIn, settings.isEncrypted()))
                        .failureHandler((request, response, why) -> response.sendRedirect(
                                why instanceof ByPassword.TooManyTriesException ? "/sign-in?wait" : "/sign-in?wrong")))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .addFilterBefore(new SessionCheckFilter(signIn), AuthorizationFilter.class)
                // the port's own, which stand on Tomcat's pages, too
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    /** A form whose session has ended leads to sign-in and back. */
    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException why,
            ConsoleSettings settings)
            throws IOException, ServletException {
        if (request.getSession(false) != null || request.getRequestURI().equals("/sign-in")) {
            new AccessDeniedHandlerImpl().handle(request, response, why);
        } else {
            // what a page of somebody else has sent is not kept
            String site = request.getHeader("Sec-Fetch-Site");
            if (site == null || site.equals("same-origin")) {
                InterruptedForm.of(request).keep(response, settings.isEncrypted());
            }
            response.sendRedirect("/sign-in?ended");
        }
    }

    /** Knows that a form is one of ours: by the session of who has signed in, and before, when there is none, by a cookie. */
    static final class FormTokens implements CsrfTokenRepository {

        private final CsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();
        private final CsrfTokenRepository inCookie;

        FormTokens(boolean encrypted) {
            this.inCookie = CsrfTokenCookie.named("jinbo-sign-in", encrypted);
        }

        @Override
        public CsrfToken generateToken(HttpServletRequest request) {
            return of(request).generateToken(request);
        }

        @Override
        public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
            of(request).saveToken(token, request, response);
        }

        @Override
        public @Nullable CsrfToken loadToken(HttpServletRequest request) {
            return of(request).loadToken(request);
        }

        private CsrfTokenRepository of(HttpServletRequest request) {
            return request.getSession(false) == null ? inCookie : inSession;
        }
    }
}
