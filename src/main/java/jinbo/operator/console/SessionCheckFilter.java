package jinbo.operator.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import jinbo.participant.staff.NotProvenException;
import jinbo.participant.staff.SignIn;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks at each request whether whoever signed in may still be in: a revoked person is out at once, and so is an old password. */
final class SessionCheckFilter extends OncePerRequestFilter {

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
