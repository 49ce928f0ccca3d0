package jinbo.registry.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.insurer.InsurerStatusHistory;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.BlockProvenance;
import jinbo.registry.Interval;
import jinbo.registry.NumberHistory;
import jinbo.registry.Registration;
import jinbo.registry.history.InsurerLookup.Participation;
import jinbo.registry.history.InsurerLookup.Reason;
import org.springframework.stereotype.Component;

/** Looks up the block of a number for one insurer in one line, with its causes and the notifying lists. */
@Component
record LookUpForInsurer(
        DescribeRegistrations describeRegistrations,
        FindNotifyingList findNotifyingList,
        InsurerStatusHistory standings) {

    InsurerLookup of(LineParticipation insurer, NumberHistory history, Instant at) {
        BlockProvenance counted = history.provenanceFor(insurer, at);
        Optional<Registration> lastRegistration = history.lastRegistration(at);
        Optional<Registration> ended = counted.block().isPresent()
                ? Optional.empty()
                : counted.withdrawnComplaint()
                        .or(() -> lastRegistration.filter(Registration.Choice.class::isInstance))
                        .or(() -> counted.endedByConsumer()
                                .map(dropped -> lastRegistration
                                        .filter(registration ->
                                                registration.stamp().revision()
                                                        > dropped.stamp().revision())
                                        .orElse(dropped)));
        return new InsurerLookup(
                insurer.name(),
                Participation.of(standings.at(insurer.insurer(), at), insurer, at),
                counted.block()
                        .map(block -> why(block, BusinessTime.dateOf(at)))
                        .orElseGet(() -> why(ended)),
                counted.block(),
                counted.begunBy().map(describeRegistrations::of),
                counted.endSetBy().map(describeRegistrations::of),
                ended.map(describeRegistrations::of),
                findNotifyingList.of(insurer, history, counted.block(), at));
    }

    private static Reason why(Interval block, LocalDate day) {
        if (block.isOver(day)) {
            return Reason.OVER;
        }
        return block.holds(day) ? Reason.BLOCKED : Reason.NOT_YET;
    }

    private static Reason why(Optional<Registration> ended) {
        if (ended.isEmpty()) {
            return Reason.NEVER_REGISTERED;
        }
        if (ended.get() instanceof Registration.Choice choice) {
            return choice.isCancellation() ? Reason.CANCELLED : Reason.NOT_CHOSEN;
        }
        return ended.get() instanceof Registration.Release ? Reason.RELEASED : Reason.WITHDRAWN;
    }
}
