package jinbo.participant.operation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessLogUnavailableException;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.DecisionRecords.DecisionContext;
import jinbo.participant.staff.AuthorizeCaller.Authorization;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.IdentityClaim;
import org.springframework.stereotype.Component;

/** Carries out an authorized operation and records it in the access log. */
@Component
record CarryOutOperation(HandlerMethods handlers, AccessLog accessLog, List<OperationGuard> guards) {

    private static final String NO_REASON = "no reason given";

    interface Signing {
        void keep() throws IOException;
    }

    /** Throws if the exchange is in a state that does not allow operations of this duty. */
    void requireAllowed(Duty duty) {
        guards.forEach(guard -> guard.require(duty));
    }

    /**
     * @param inLog the operation as the access log shows it: without its reason and phone numbers
     * @throws OperationException with {@link OperationError#RESULT_NOT_RECORDED} if the operation took effect, but the
     *     access log could not be written after it
     */
    Object run(
            Operation operation,
            String inLog,
            Optional<String> reason,
            Authorization authorization,
            IdentityClaim claim,
            Signing signing)
            throws Exception {
        Duty duty = operation.duty();
        if (!isRecorded(duty, authorization)) {
            return DecisionContext.by(
                    authorization.actor(), Optional.empty(), () -> handle(operation, authorization, claim));
        }
        AccessPermit permit = accessLog.begin(new Access(
                authorization.actor(),
                AccessAction.DECIDE,
                reason.orElse(NO_REASON),
                operation.about().map(Object::toString),
                inLog));
        Object result;
        try {
            result = DecisionContext.by(authorization.actor(), Optional.of(permit), () -> {
                if (isSigned(duty, authorization)) {
                    signing.keep();
                }
                return handle(operation, authorization, claim);
            });
        } catch (Exception e) {
            accessLog.failed(permit, e);
            throw e;
        }
        try {
            accessLog.complete(permit, Incomplete.isComplete(result) ? "DONE" : "INCOMPLETE", 0);
        } catch (AccessLogUnavailableException e) {
            OperationException unrecorded = new OperationException(OperationError.RESULT_NOT_RECORDED);
            unrecorded.initCause(e);
            throw unrecorded;
        }
        return result;
    }

    private static boolean isRecorded(Duty duty, Authorization authorization) {
        return duty.isAlwaysLogged() || isSigned(duty, authorization);
    }

    /** True if the operation is stored for ever, with the signature of the person who gave it. */
    static boolean isSigned(Duty duty, Authorization authorization) {
        return authorization.isRecorded() && duty.isDecision();
    }

    private Object handle(Operation operation, Authorization authorization, IdentityClaim claim) throws Exception {
        return handlers.call(Handles.class, operation, authorization.actor(), authorization, claim)
                .orElseThrow(() -> new IllegalStateException(operation.getClass() + " has no handler"));
    }
}
