package jinbo.operator.cli;

import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.DecisionContext;
import jinbo.batch.RefuseSampleInsurers;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.staff.AuthorizeCaller;
import jinbo.participant.staff.Duty;

/**
 * Carries a command out; what takes two people, or changes who takes part, is announced in the access log before, and its end
 * told after.
 */
final class CarryOut {

    private static final String NO_REASON = "no reason given";

    private final Installation installation;

    CarryOut(Installation installation) {
        this.installation = installation;
    }

    /**
     * Does it, for {@link Installation#standing()}.
     *
     * @param words as {@link CommandWords#inLog()}
     */
    Object of(Task task, String words, Optional<String> reason) throws Exception {
        AuthorizeCaller.Authorization authorization = installation.standing();
        Duty duty = task.duty();
        installation.get(RefuseSampleInsurers.class).require(duty);
        boolean recorded = duty.isAlwaysLogged() || duty.requiresSecondPerson() && authorization.isRecorded();
        if (!recorded) {
            return DecisionContext.by(authorization.actor(), Optional.empty(), () -> task.answer(installation));
        }
        AccessLog log = installation.get(AccessLog.class);
        AccessPermit permit = log.begin(new Access(
                authorization.actor(),
                AccessAction.DECIDE,
                reason.orElse(NO_REASON),
                task.about().map(InsurerCode::value),
                words));
        try {
            Object answer =
                    DecisionContext.by(authorization.actor(), Optional.of(permit), () -> task.answer(installation));
            log.complete(permit, Incomplete.isComplete(answer) ? "DONE" : "INCOMPLETE", 0);
            return answer;
        } catch (Exception e) {
            log.failed(permit, e);
            throw e;
        }
    }
}
