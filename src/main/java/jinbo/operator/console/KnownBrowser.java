package jinbo.operator.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import jinbo.participant.staff.SignIn;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import org.springframework.web.util.WebUtils;

/** Marks a browser by a cookie after sign-in, so that wrong passwords elsewhere do not block the person in this browser. */
final class KnownBrowser extends SimpleUrlAuthenticationSuccessHandler {

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

    /** The origin of a sign-in; an empty cookie value means that there is no cookie. */
    record Details(String address, String cookie) implements Serializable {
        private static final long serialVersionUID = 1L;

        SignIn.Origin origin() {
            return new SignIn.Origin(address, Optional.of(cookie).filter(any -> !any.isEmpty()));
        }
    }

    static Details detailsOf(HttpServletRequest request) {
        String name = name(request.isSecure());
        Cookie cookie = WebUtils.getCookie(request, name);
        return new Details(request.getRemoteAddr(), cookie == null ? "" : cookie.getValue());
    }

    /** With TLS, the prefix makes browsers refuse the cookie from unencrypted pages. */
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
