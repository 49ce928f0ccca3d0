package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jinbo.consumer.CodeRequestOutcome;
import jinbo.consumer.ConsumerRegistration;
import jinbo.consumer.NoProofException;
import jinbo.consumer.ProvenNumber;

/** The session of a browser: its requested code, its proven number and the last registration of that number. */
record PortalSession(HttpServletRequest request) {

    private static final String PENDING_CODE = "waits-for";
    private static final String FIRST_PAGE = "came-for";
    private static final String SENT_AGAIN = "sent-again";
    private static final String PROVEN = "proven";
    private static final String REGISTRATION = "said";
    private static final String REGISTRATION_FORM = "said-by";
    private static final String AFFECTED = "affected";

    /** Whether the last registration begins blocks, changes earlier ones, or renews them, as the preview showed. */
    public record Affected(boolean begins, boolean goesOn, boolean renewed) {}

    static PortalSession of(HttpServletRequest request) {
        return new PortalSession(request);
    }

    Optional<CodeRequestOutcome.Sent> pendingCode() {
        return get(PENDING_CODE, CodeRequestOutcome.Sent.class);
    }

    /**
     * Replaces an earlier code, which this browser cannot use any more.
     *
     * @param firstPage the page that the visitor wants to see once the number is proven
     * @param sentAgain when the code was sent, if it is not the first
     */
    void setPendingCode(CodeRequestOutcome.Sent code, String firstPage, Optional<Instant> sentAgain) {
        request.getSession().setAttribute(PENDING_CODE, code);
        request.getSession().setAttribute(FIRST_PAGE, firstPage);
        request.getSession().setAttribute(SENT_AGAIN, sentAgain.orElse(null));
    }

    Optional<Instant> sentAgain() {
        return get(SENT_AGAIN, Instant.class);
    }

    Optional<String> firstPage() {
        return get(FIRST_PAGE, String.class);
    }

    Optional<ProvenNumber> findProven() {
        return get(PROVEN, ProvenNumber.class);
    }

    ProvenNumber proven() {
        return findProven().orElseThrow(NoProofException::new);
    }

    /** Changes the session id, against session fixation, and forgets the registration of an earlier number. */
    void prove(ProvenNumber number) {
        request.getSession();
        request.changeSessionId();
        request.getSession().removeAttribute(PENDING_CODE);
        request.getSession().removeAttribute(REGISTRATION);
        request.getSession().removeAttribute(REGISTRATION_FORM);
        request.getSession().setAttribute(PROVEN, number);
    }

    Optional<ConsumerRegistration> lastRegistration() {
        return get(REGISTRATION, ConsumerRegistration.class);
    }

    void setRegistration(ConsumerRegistration registration) {
        if (!lastRegistration().map(ConsumerRegistration::reference).equals(Optional.of(registration.reference()))) {
            request.getSession().removeAttribute(AFFECTED);
        }
        request.getSession().setAttribute(REGISTRATION, registration);
        request.getSession().removeAttribute(REGISTRATION_FORM);
    }

    void setAffected(Affected affected) {
        request.getSession().setAttribute(AFFECTED, affected);
    }

    Affected affected() {
        return get(AFFECTED, Affected.class).orElse(new Affected(true, true, false));
    }

    void setRegistration(ConsumerRegistration registration, UUID form) {
        setRegistration(registration);
        request.getSession().setAttribute(REGISTRATION_FORM, form);
    }

    Optional<ConsumerRegistration> registrationOf(UUID form) {
        return get(REGISTRATION_FORM, UUID.class).filter(form::equals).flatMap(same -> lastRegistration());
    }

    void removeProof() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PROVEN);
            session.removeAttribute(REGISTRATION);
            session.removeAttribute(REGISTRATION_FORM);
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
