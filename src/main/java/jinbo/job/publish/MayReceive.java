package jinbo.job.publish;

import java.time.Instant;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.insurer.Insurer;
import jinbo.workday.BusinessTime;
import org.springframework.stereotype.Component;

/** No agreement, no data (rule 8 of the design): says why an insurer gets no list, and records that in the access log. */
@Component
class MayReceive {

    private final AccessLog accessLog;

    MayReceive(AccessLog accessLog) {
        this.accessLog = accessLog;
    }

    /** Why the insurer gets no list; empty if it gets one. */
    Optional<String> refusal(Insurer insurer, Instant at) {
        Optional<String> reason = insurer.isActive() ? agreementsMissing(insurer, at) : Optional.of("it is suspended");
        reason.ifPresent(why -> accessLog.refuse(
                new Access(
                        Actor.batch(),
                        AccessAction.PUBLISH_LIST,
                        "the insurer learns whom it must not call",
                        Optional.of(insurer.code().value()),
                        "block list"),
                why));
        return reason;
    }

    private static Optional<String> agreementsMissing(Insurer insurer, Instant at) {
        return insurer.agreements().bothHold(BusinessTime.dateOf(at))
                ? Optional.empty()
                : Optional.of(
                        "the self-discipline and the confidentiality agreement are not both in force; record them with"
                                + " \"insurer agree " + insurer.code() + "\"");
    }
}
