package jinbo.console;

import jinbo.person.SignIn;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets past the console's door, and what a browser is told to allow on its pages: nothing but our own, and no script. */
final class ConsoleSecurity {

    private static final String NOTHING_BUT_OURS =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ConsoleSecurity() {}

    static SecurityFilterChain of(HttpSecurity http, SignIn signIn, String address) {
        return http.authorizeHttpRequests(
                        asked -> asked.requestMatchers("/sign-in", "/console.css", "/icon.svg", "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .authenticationProvider(new ByPassword(signIn))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/")
                        .failureHandler((request, response, why) -> response.sendRedirect(
                                why instanceof ByPassword.TooManyTriesException ? "/sign-in?wait" : "/sign-in?wrong")))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .addFilterBefore(new OnlyByOurName(address), HeaderWriterFilter.class)
                .addFilterBefore(new StillIn(signIn), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(NOTHING_BUT_OURS))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }
}
