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

/** No agreement, no data (rule 8): says why an insurer is not told whom it is said to have called, and logs that. */
@Component
record CaseNoticeEligibility(AccessLog accessLog, Clock clock) {

    /** Why nothing is exchanged with an insurer; empty if files are. */
    Optional<String> exclusionReason(Insurer insurer) {
        return insurer.departure()
                .map(InsurerStatus.Departure::on)
                .map(day -> "it has left on " + day + "; give its cases to its successor, or decide them without it")
                .or(() -> insurer.suspendedAt().map(since -> "it is suspended; its cases wait"));
    }

    /** Why no complaint is sent to an active insurer today, which is recorded; empty if they are. */
    Optional<String> refusal(Insurer insurer) {
        if (insurer.standing().mayReceive(BusinessTime.dateOf(clock.instant()))) {
            return Optional.empty();
        }
        String words = "its agreements are not both in force, so complaints wait; record them with \"insurer agree "
                + insurer.code() + "\"";
        accessLog.refuse(handOver(insurer, "complaints about calls"), words);
        return Optional.of(words);
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
