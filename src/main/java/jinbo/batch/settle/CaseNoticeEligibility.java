package jinbo.batch.settle;

import java.time.Clock;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/** Decides whether an insurer gets files about cases (rule 8: no agreement, no data), and logs refusals. */
@Component
record CaseNoticeEligibility(AccessLog accessLog, Clock clock) {

    /** Returns why the insurer gets no files at all; empty if it gets them. */
    Optional<String> exclusionReason(Insurer insurer) {
        return insurer.departure()
                .map(InsurerStatus.Departure::on)
                .map(day -> "it has left on " + day + "; give its cases to its successor, or decide them without it")
                .or(() -> insurer.suspendedAt().map(since -> "it is suspended; its cases wait"));
    }

    /** Returns why an active insurer gets no complaints today; empty if it gets them. Logs the refusal. */
    Optional<String> refusal(Insurer insurer) {
        if (insurer.standing().mayReceive(BusinessTime.today(clock))) {
            return Optional.empty();
        }
        String reason = "its agreements are not both in force, so complaints wait; record them with \"insurer agree "
                + insurer.code() + "\"";
        accessLog.refuse(handOver(insurer, "complaints about calls"), reason);
        return Optional.of(reason);
    }

    static Access handOver(Insurer insurer, String object) {
        return new Access(
                Actor.batch(),
                AccessAction.HAND_OVER_CASES,
                "the insurer is asked about complaints",
                Optional.of(insurer.code().value()),
                object);
    }
}
