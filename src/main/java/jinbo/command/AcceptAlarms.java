package jinbo.command;

import java.util.List;
import jinbo.accesslog.Alarm;
import jinbo.accesslog.LogAlarms;
import jinbo.accesslog.NoAlarmException;
import jinbo.job.Reason;
import jinbo.person.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit accept}: the access log goes on as it is, though it does not continue what was signed. */
@Command(name = "accept")
final class AcceptAlarms implements TakesTwo {

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Override
    public Duty duty() {
        return Duty.ACCEPT_ALARMS;
    }

    @Override
    public Outline outline(Installation installation) {
        new Reason(reason);
        List<Alarm> open = installation.get(LogAlarms.class).open();
        if (open.isEmpty()) {
            throw new NoAlarmException();
        }
        return Outline.of(
                "audit-accept", open.size(), open.get(0).kind(), open.get(0).detail());
    }

    @Override
    public Answer answer(Installation installation) {
        return new Accepted(
                installation.get(LogAlarms.class).accept(installation.standing().actor(), reason));
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
