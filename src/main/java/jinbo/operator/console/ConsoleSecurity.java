package jinbo.operator.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jinbo.participant.staff.NotProvenError;
import jinbo.participant.staff.NotProvenException;
import jinbo.participant.staff.SignIn;
import jinbo.participant.staff.SignedInPerson;
import jinbo.platform.http.ContentSecurityPolicy;
import jinbo.platform.http.CsrfTokenCookie;
import jinbo.platform.http.HostNameFilter;
import jinbo.platform.http.MaskedCsrfTokenHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import org.springframework.web.util.WebUtils;

/** The security configuration of the console: sign-in, CSRF tokens, session checks and content policy. */
final class ConsoleSecurity {

    static final ContentSecurityPolicy CONTENT_POLICY = new ContentSecurityPolicy(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");

    private ConsoleSecurity() {}

    static SecurityFilterChain of(HttpSecurity http, SignIn signIn, ConsoleSettings settings) {
        if (!settings.isEncrypted()) {
            // needed only without TLS; with TLS, the browser verifies the host name
            http.addFilterBefore(new HostNameFilter(settings.address()), HeaderWriterFilter.class);
        }
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/sign-in", "/*.css", "/*.svg", "/error")
                        .permitAll()
                        // an asynchronous dispatch continues a request that is already permitted
                        .dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens(settings.isEncrypted()))
                        .csrfTokenRequestHandler(new MaskedCsrfTokenHandler()))
                .exceptionHandling(failed -> failed.accessDeniedHandler(
                        (request, response, why) -> refuse(request, response, why, settings)))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .authenticationProvider(new PasswordAuthentication(signIn))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .authenticationDetailsSource(KnownBrowser::detailsOf)
                        .successHandler(new KnownBrowser(signIn, settings.isEncrypted()))
                        .failureHandler((request, response, why) -> response.sendRedirect(
                                why instanceof PasswordAuthentication.TooManyTriesException
                                        ? "/sign-in?wait"
                                        : "/sign-in?wrong")))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .addFilterBefore(new SessionCheckFilter(signIn), AuthorizationFilter.class)
                // the port itself sets headers, also on Tomcat's error pages
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Redirects a form whose session has ended to the sign-in page, and afterwards back to the form's page. */
    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException why,
            ConsoleSettings settings)
            throws IOException, ServletException {
        if (request.getSession(false) != null || request.getRequestURI().equals("/sign-in")) {
            new AccessDeniedHandlerImpl().handle(request, response, why);
        } else {
            // forms that other sites have sent are not kept; "Sign out" has no page
            String site = request.getHeader("Sec-Fetch-Site");
            if ((site == null || site.equals("same-origin"))
                    && !request.getRequestURI().equals("/sign-out")) {
                InterruptedForm.of(request).keep(response, settings.isEncrypted());
            }
            response.sendRedirect("/sign-in?ended");
        }
    }

    /** Keeps the CSRF token in the session; before sign-in, when there is no session, in a cookie. */
    private static final class FormTokens implements CsrfTokenRepository {

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

    private record PasswordAuthentication(SignIn signIn) implements AuthenticationProvider {

        static final class TooManyTriesException extends LockedException {
            TooManyTriesException(NotProvenException why) {
                super("too many tries", why);
            }
        }

        @Override
        public Authentication authenticate(Authentication claim) {
            if (!(claim.getDetails() instanceof KnownBrowser.Details from)) {
                throw new BadCredentialsException("no origin");
            }
            try {
                SignedInPerson person =
                        signIn.with(claim.getName(), String.valueOf(claim.getCredentials()), from.origin());
                UsernamePasswordAuthenticationToken authenticated =
                        UsernamePasswordAuthenticationToken.authenticated(person, "", List.of());
                authenticated.setDetails(claim.getDetails());
                return authenticated;
            } catch (NotProvenException e) {
                throw e.error() == NotProvenError.TOO_MANY_TRIES
                        ? new TooManyTriesException(e)
                        : new BadCredentialsException("not proven", e);
            }
        }

        @Override
        public boolean supports(Class<?> kind) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
        }
    }

    /** Ends a session at its next request if the person was revoked or the password was changed. */
    private static final class SessionCheckFilter extends OncePerRequestFilter {

        private final SignIn signIn;

        SessionCheckFilter(SignIn signIn) {
            this.signIn = signIn;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Authentication known = SecurityContextHolder.getContext().getAuthentication();
            if (known != null && known.getPrincipal() instanceof SignedInPerson person) {
                try {
                    signIn.requireSignedIn(person);
                } catch (NotProvenException out) {
                    SecurityContextHolder.clearContext();
                    HttpSession session = request.getSession(false);
                    if (session != null) {
                        session.invalidate();
                    }
                    response.sendRedirect("/sign-in?ended");
                    return;
                }
            }
            chain.doFilter(request, response);
        }
    }

    /** Marks a browser by a cookie after a sign-in, so that wrong passwords elsewhere do not block this browser. */
    static final class KnownBrowser extends SimpleUrlAuthenticationSuccessHandler {

        private static final String NAME = "jinbo-browser";
        private static final String NAME_UNDER_TLS = "__Host-" + NAME;
        private static final Duration KEPT = Duration.ofDays(30);

        private final FlashMapManager flash = new SessionFlashMapManager();
        private final SignIn signIn;
        private final boolean encrypted;

        KnownBrowser(SignIn signIn, boolean encrypted) {
            super("/");
            this.signIn = signIn;
            this.encrypted = encrypted;
        }

        /** Where a sign-in comes from; {@code cookie} is empty if the browser has sent none. */
        record Details(String address, String cookie) implements Serializable {
            SignIn.Origin origin() {
                return new SignIn.Origin(address, Optional.of(cookie).filter(any -> !any.isEmpty()));
            }
        }

        static Details detailsOf(HttpServletRequest request) {
            String name = name(request.isSecure());
            Cookie cookie = WebUtils.getCookie(request, name);
            return new Details(request.getRemoteAddr(), cookie == null ? "" : cookie.getValue());
        }

        /** With TLS, the name has a prefix because of which browsers refuse the cookie from unencrypted pages. */
        private static String name(boolean isUnderTls) {
            return isUnderTls ? NAME_UNDER_TLS : NAME;
        }

        @Override
        protected void handle(HttpServletRequest request, HttpServletResponse response, Authentication known)
                throws IOException, ServletException {
            if (known.getPrincipal() instanceof SignedInPerson person) {
                response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(name(encrypted), signIn.browserOf(person))
                                .path("/")
                                .httpOnly(true)
                                .sameSite("Strict")
                                .secure(encrypted)
                                .maxAge(KEPT)
                                .build()
                                .toString());
            }
            Optional<InterruptedForm> form = InterruptedForm.find(request);
            if (form.isPresent()) {
                InterruptedForm.forget(response, encrypted);
                FlashMap typed = new FlashMap();
                typed.put("typed", form.get().reason());
                typed.setTargetRequestPath(form.get().page());
                flash.saveOutputFlashMap(typed, request, response);
                response.sendRedirect(form.get().page());
                return;
            }
            super.handle(request, response, known);
        }
    }
}
