package jinbo.operator.cli;

import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseFilter;
import jinbo.cases.CaseState;
import jinbo.cases.Cases;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;
import jinbo.reference.calendar.BusinessTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code case list}: the newest cases, without anything by which somebody could be known. */
@Command(name = "list")
final class ListCases implements Task {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
    private int limit = 1;

    @Option(names = "--insurer", paramLabel = "CODE", descriptionKey = "CODE")
    private Optional<InsurerCode> insurer = Optional.empty();

    @Option(names = "--state", paramLabel = "STATE")
    private Optional<CaseState> state = Optional.empty();

    @Option(names = "--overdue")
    private boolean overdue;

    @Override
    public void check() {
        if (limit < 1 || limit > Cases.MOST) {
            throw new UsageException("wrong.limit", Cases.MOST);
        }
    }

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        CaseFilter filter = new CaseFilter(
                insurer, state, overdue ? Optional.of(BusinessTime.dateOf(installation.now())) : Optional.empty());
        return new CaseList(
                filter.equals(CaseFilter.ALL),
                installation.get(Cases.class).newest(filter, limit).stream()
                        .map(summary -> CaseLine.of(summary, installation.now()))
                        .toList());
    }

    /**
     * The answer.
     *
     * @param all whether every case was asked for
     * @param cases the newest first
     */
    record CaseList(boolean all, List<CaseLine> cases) implements Answer {
        @Override
        public void tell(Page page) {
            if (cases.isEmpty()) {
                page.say(all ? "cases.none" : "cases.none-such");
                return;
            }
            CaseLine.table(page, cases);
        }
    }
}
