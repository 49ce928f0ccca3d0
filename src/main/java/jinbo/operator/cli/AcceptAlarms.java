package jinbo.operator.cli;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jinbo.accesslog.AccessLogException;
import jinbo.accesslog.Alarm;
import jinbo.accesslog.LogAlarms;
import jinbo.batch.Reason;
import jinbo.participant.staff.AuthorizeCaller;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit accept}: the access log goes on as it is, though it does not continue what was signed. */
@Command(name = "accept")
final class AcceptAlarms implements RequiresSecondPerson {

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Option(names = "--alarm", paramLabel = "ID")
    private List<Long> named = List.of();

    @Override
    public Duty duty() {
        return Duty.ACCEPT_ALARMS;
    }

    @Override
    public Outline outline(Installation installation) {
        List<Alarm> open = asTheyWereSeen(installation);
        return Outline.of(
                "audit-accept",
                open.size(),
                open.stream()
                        .map(alarm -> alarm.id() + " " + alarm.kind() + ", " + alarm.detail())
                        .collect(Collectors.joining("; ")));
    }

    @Override
    public Answer answer(Installation installation) {
        List<Alarm> seen = asTheyWereSeen(installation);
        return new Accepted(installation
                .get(LogAlarms.class)
                .accept(seen, installation.standing().actor(), reason));
    }

    /**
     * Those that are open. Where two people decide, the request names them: what one has asked for and the other confirms is
     * about the alarms that both have seen, and not about whatever is open by then.
     */
    private List<Alarm> asTheyWereSeen(Installation installation) {
        new Reason(reason);
        List<Alarm> open = installation.get(LogAlarms.class).open();
        if (open.isEmpty()) {
            throw AccessLogException.noAlarm();
        }
        AuthorizeCaller.Authorization authorization = installation.standing();
        boolean two = authorization.needsSecondPerson()
                || authorization.actor().confirmedBy().isPresent();
        SortedSet<Long> ids = new TreeSet<>(open.stream().map(Alarm::id).toList());
        if ((two || !named.isEmpty()) && !ids.equals(new TreeSet<>(named))) {
            throw AccessLogException.otherAlarms(new TreeSet<>(named), ids);
        }
        return open;
    }

    /**
     * The answer.
     *
     * @param alarms that were open
     */
    record Accepted(List<Alarm> alarms) implements Answer {
        @Override
        public void tell(Page page) {
            page.say("audit.accepted", alarms.size());
        }
    }
}
