package jinbo.command;

import java.util.List;
import jinbo.cases.Cases;
import jinbo.person.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code case list}: the newest cases, without anything by which somebody could be known. */
@Command(name = "list")
final class ListCases implements Task {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
    private int limit = 1;

    @Override
    public void check() {
        if (limit < 1 || limit > Cases.MOST) {
            throw new WrongUse("wrong.limit", Cases.MOST);
        }
    }

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        return new CaseList(installation.get(Cases.class).newest(limit).stream()
                .map(CaseLine::of)
                .toList());
    }

    /**
     * The answer.
     *
     * @param cases the newest first
     */
    record CaseList(List<CaseLine> cases) implements Answer {
        @Override
        public void tell(Page page) {
            if (cases.isEmpty()) {
                page.say("cases.none");
                return;
            }
            CaseLine.table(page, cases);
        }
    }
}
