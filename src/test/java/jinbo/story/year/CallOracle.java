package jinbo.story.year;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseRuling;

/** Knows what a call was, because it has seen the call and everything before it. */
final class CallOracle {

    private static final LocalTime NIGHT = LocalTime.of(21, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int DAYS_TO_APPLY = 3;

    private final SimulatedBlocks simulatedBlocks;

    CallOracle(SimulatedBlocks simulatedBlocks) {
        this.simulatedBlocks = simulatedBlocks;
    }

    /**
     * What it was.
     *
     * @param told the lists of the insurer, the oldest first
     * @param acknowledged when the insurer's words came in that it has the newest list of that moment
     */
    CaseRuling of(SimulatedComplaint simulatedComplaint, List<ListDelivery> told, List<LocalDateTime> acknowledged) {
        if (simulatedComplaint.again()) {
            return CaseRuling.FILED_TWICE;
        }
        if (simulatedComplaint.isAgainstAnother()) {
            return CaseRuling.NOT_ITS_CALL;
        }
        Call call = simulatedComplaint.call();
        if (call.service()) {
            return CaseRuling.SERVICE_CALL;
        }
        if (!call.at().toLocalTime().isBefore(NIGHT) || call.at().toLocalTime().isBefore(MORNING)) {
            return CaseRuling.VIOLATION;
        }
        LocalDate day = call.at().toLocalDate();
        Optional<SimulatedBlocks.Block> simulatedBlock =
                simulatedBlocks.of(call.consumer(), call.by().code(), call.at()).filter(own -> !own.isOver(day));
        if (simulatedBlock.isEmpty()) {
            return CaseRuling.NOT_BLOCKED;
        }
        if (!simulatedBlock.get().holds(day)) {
            return CaseRuling.GRACE;
        }
        return wasTold(call, told, acknowledged) ? CaseRuling.VIOLATION : CaseRuling.NOT_TOLD_IN_TIME;
    }

    private boolean wasTold(Call call, List<ListDelivery> told, List<LocalDateTime> acknowledged) {
        LocalDate day = call.at().toLocalDate();
        Optional<LocalDateTime> since = Optional.empty();
        for (ListDelivery list : told) {
            if (list.asOf().isAfter(call.at())) {
                break;
            }
            boolean says = simulatedBlocks
                    .of(call.consumer(), call.by().code(), list.asOf())
                    .filter(simulatedBlock -> simulatedBlock.holds(day))
                    .isPresent();
            since = says ? since.or(() -> Optional.of(list.asOf())) : Optional.empty();
        }
        return since.filter(first -> day.isAfter(ReferenceWorkdays.plus(first.toLocalDate(), DAYS_TO_APPLY))
                        || acknowledged.stream().anyMatch(text -> text.isAfter(first) && !text.isAfter(call.at())))
                .isPresent();
    }
}
