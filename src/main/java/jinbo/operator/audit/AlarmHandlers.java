package jinbo.operator.audit;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jinbo.accesslog.AccessLogException;
import jinbo.accesslog.Actor;
import jinbo.accesslog.Alarm;
import jinbo.accesslog.CheckLog;
import jinbo.accesslog.LogAlarms;
import jinbo.operator.audit.AuditOperations.AcceptAlarms;
import jinbo.operator.audit.AuditOperations.CheckAccessLog;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;

@OperationHandlers
record AlarmHandlers(CheckLog check, LogAlarms alarms) {

    record OpenAlarms(List<Alarm> alarms) implements Incomplete {
        @Override
        public boolean complete() {
            return alarms.isEmpty();
        }
    }

    record AlarmsAccepted(List<Alarm> alarms) {}

    @Handles
    OpenAlarms check(CheckAccessLog asked) {
        return new OpenAlarms(check.all(index -> {}));
    }

    @Previews
    Outline would(AcceptAlarms asked) {
        List<Alarm> open = asTheyWereSeen(asked, true);
        return Outline.of(
                "audit-accept",
                open.size(),
                open.stream()
                        .map(alarm -> alarm.id() + " " + alarm.kind() + ", " + alarm.detail())
                        .collect(Collectors.joining("; ")));
    }

    @Handles
    AlarmsAccepted accept(AcceptAlarms asked, Actor by) {
        List<Alarm> seen = asTheyWereSeen(asked, by.confirmedBy().isPresent());
        return new AlarmsAccepted(alarms.accept(seen, by, asked.reason().text()));
    }

    /**
     * Returns the open alarms. If two people decide, the request must name exactly these, so that both have seen them.
     */
    private List<Alarm> asTheyWereSeen(AcceptAlarms asked, boolean byTwo) {
        List<Alarm> open = alarms.open();
        if (open.isEmpty()) {
            throw AccessLogException.noAlarm();
        }
        SortedSet<Long> ids = new TreeSet<>(open.stream().map(Alarm::id).toList());
        SortedSet<Long> named = new TreeSet<>(asked.alarm());
        if ((byTwo || !named.isEmpty()) && !ids.equals(named)) {
            throw AccessLogException.otherAlarms(named, ids);
        }
        return open;
    }
}
