package jinbo.batch.publish;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.batch.Fence;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerStatus;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.blocklist.Publication;
import jinbo.registry.blocklist.WithheldLists;
import jinbo.registry.blocklist.WithheldLists.WithheldList;
import org.springframework.stereotype.Component;

/** Decides whether an insurer gets a list (rule 8: no agreement, no data), and records withheld lists. */
@Component
record ListEligibility(AccessLog accessLog, WithheldLists withheld, Fence fence, Clock clock) {

    /** Returns why the insurer gets no list in this run; empty if it gets one. Needs the insurer's lease. */
    Optional<String> refusal(Insurer insurer, Publication publication) {
        LocalDate day = BusinessTime.dateOf(publication.asOf());
        if (insurer.standing().mayReceive(day)) {
            return Optional.empty();
        }
        WithheldList.Reason reason = reason(insurer, day);
        String text = text(reason, insurer);
        accessLog.refuse(
                new Access(
                        Actor.batch(),
                        AccessAction.PUBLISH_LIST,
                        "the insurer receives its block list",
                        Optional.of(insurer.code().value()),
                        "block list"),
                text);
        fence.record(() -> withheld.record(new WithheldList(insurer.code(), publication, reason, clock.instant())));
        return Optional.of(text);
    }

    private static WithheldList.Reason reason(Insurer insurer, LocalDate day) {
        if (insurer.departure().isPresent()) {
            return WithheldList.Reason.LEFT;
        }
        if (!insurer.isActive()) {
            return WithheldList.Reason.SUSPENDED;
        }
        return insurer.agreements().haveExpired(day) ? WithheldList.Reason.LAPSED : WithheldList.Reason.NOT_AGREED;
    }

    private static String text(WithheldList.Reason reason, Insurer insurer) {
        return switch (reason) {
            case LEFT -> insurer.departure().map(ListEligibility::left).orElseThrow();
            case SUSPENDED -> "it is suspended";
            case LAPSED ->
                "its agreements ended on " + insurer.agreements().endOn().orElseThrow()
                        + "; record new agreements with \"insurer agree " + insurer.code() + "\"";
            case NOT_AGREED ->
                "the self-discipline and the confidentiality agreement are not both in force; record them with"
                        + " \"insurer agree " + insurer.code() + "\"";
        };
    }

    private static String left(InsurerStatus.Departure departure) {
        return "it has left on " + departure.on()
                + departure
                        .successor()
                        .map(successor -> "; its successor is " + successor)
                        .orElse("");
    }
}
