package jinbo.operator.cli;

import java.util.List;
import jinbo.cases.sanction.Sanctions;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sanction list}: what waits for people, or counts; or all that ever was. */
@Command(name = "list")
final class ListSanctions implements Task {

    @Option(names = "--all")
    private boolean all;

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        Sanctions sanctions = installation.get(Sanctions.class);
        return new SanctionList((all ? sanctions.all() : sanctions.standing())
                .stream().map(SanctionLine::of).toList());
    }

    /**
     * The answer.
     *
     * @param sanctions the newest first
     */
    record SanctionList(List<SanctionLine> sanctions) implements Answer {
        @Override
        public void tell(Page page) {
            if (sanctions.isEmpty()) {
                page.say("sanctions.none");
                return;
            }
            SanctionLine.table(page, sanctions);
        }
    }
}
