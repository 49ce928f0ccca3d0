package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import jinbo.consumer.CodeRequestOutcome;
import jinbo.consumer.ConsumerRegistration;
import jinbo.consumer.NoProofException;
import jinbo.consumer.ProvenNumber;

/** The session of a browser: its requested code, its proven number and the last registration of that number. */
final class PortalSession {

    private static final String WAITS_FOR = "waits-for";
    private static final String CAME_TO_CHOOSE = "came-to-choose";
    private static final String PROVEN = "proven";
    private static final String SAID = "said";
    private static final String SAID_BY = "said-by";
    private static final String AFFECTED = "affected";

    /** Whether the last registration affects insurers without and with an earlier block, as previewed. */
    public record Affected(boolean begins, boolean goesOn) {}

    private final HttpServletRequest request;

    private PortalSession(HttpServletRequest request) {
        this.request = request;
    }

    static PortalSession of(HttpServletRequest request) {
        return new PortalSession(request);
    }

    Optional<CodeRequestOutcome.Sent> pendingCode() {
        return get(WAITS_FOR, CodeRequestOutcome.Sent.class);
    }

    /** @param toChoose true if the visitor came to register */
    void setPendingCode(CodeRequestOutcome.Sent code, boolean toChoose) {
        request.getSession().setAttribute(WAITS_FOR, code);
        request.getSession().setAttribute(CAME_TO_CHOOSE, toChoose);
    }

    boolean isChoosing() {
        return get(CAME_TO_CHOOSE, Boolean.class).orElse(false);
    }

    Optional<ProvenNumber> findProven() {
        return get(PROVEN, ProvenNumber.class);
    }

    ProvenNumber proven() {
        return findProven().orElseThrow(NoProofException::new);
    }

    /** Changes the session id, against session fixation, and forgets the registration of another number. */
    void prove(ProvenNumber number) {
        request.getSession();
        request.changeSessionId();
        request.getSession().removeAttribute(WAITS_FOR);
        request.getSession().removeAttribute(SAID);
        request.getSession().removeAttribute(SAID_BY);
        request.getSession().setAttribute(PROVEN, number);
    }

    Optional<ConsumerRegistration> lastRegistration() {
        return get(SAID, ConsumerRegistration.class);
    }

    void setRegistration(ConsumerRegistration registration) {
        request.getSession().setAttribute(SAID, registration);
        request.getSession().removeAttribute(SAID_BY);
    }

    void setAffected(Affected affected) {
        request.getSession().setAttribute(AFFECTED, affected);
    }

    Affected affected() {
        return get(AFFECTED, Affected.class).orElse(new Affected(true, true));
    }

    void setRegistration(ConsumerRegistration registration, UUID form) {
        setRegistration(registration);
        request.getSession().setAttribute(SAID_BY, form);
    }

    Optional<ConsumerRegistration> registrationOf(UUID form) {
        return get(SAID_BY, UUID.class).filter(form::equals).flatMap(same -> lastRegistration());
    }

    void removeProof() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PROVEN);
            session.removeAttribute(SAID);
            session.removeAttribute(SAID_BY);
        }
    }

    void end() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private <T> Optional<T> get(String name, Class<T> kind) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(session.getAttribute(name)).map(kind::cast);
    }
}
