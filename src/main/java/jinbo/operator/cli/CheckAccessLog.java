package jinbo.operator.cli;

import java.util.List;
import jinbo.accesslog.Alarm;
import jinbo.accesslog.CheckLog;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;

/** {@code audit check}: compares the whole access log with its tree and with the last checkpoint in the home. */
@Command(name = "check")
final class CheckAccessLog implements Task {

    @Override
    public Duty duty() {
        return Duty.SEARCH_LOG;
    }

    @Override
    public Answer answer(Installation installation) {
        return new Alarms(installation.get(CheckLog.class).all(index -> {}));
    }

    /**
     * The answer.
     *
     * @param alarms that are open
     */
    record Alarms(List<Alarm> alarms) implements Answer {
        @Override
        public boolean complete() {
            return alarms.isEmpty();
        }

        @Override
        public void tell(Page page) {
            if (alarms.isEmpty()) {
                page.say("audit.sound");
                return;
            }
            page.table(
                    "id at kind detail",
                    alarms,
                    alarm -> Page.cells(alarm.id(), alarm.at(), alarm.kind(), alarm.detail()));
            page.say("audit.alarms");
        }
    }
}
