package jinbo.operator.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.cases.CaseNumber;
import jinbo.cases.sanction.Sanction;
import jinbo.cases.sanction.Sanctions;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands have in common by which two people decide of a sanction. */
abstract class DecideOnSanction implements RequiresSecondPerson {

    @Parameters(paramLabel = "ID", descriptionKey = "sanction-id")
    private long id;

    @Option(names = CommandWords.REASON, paramLabel = "TEXT", required = true, descriptionKey = "why-number")
    private String reason = "";

    /** What it is to become. */
    abstract Sanction.State next();

    /** Has it become that. */
    abstract Sanction become(Sanctions sanctions, long sanction, String why, Installation installation);

    @Override
    public final void check() {
        OneNumber.requireFit(reason);
    }

    @Override
    public final Duty duty() {
        return Duty.IMPOSE_SANCTIONS;
    }

    @Override
    public final Outline outline(Installation installation) {
        Sanctions sanctions = installation.get(Sanctions.class);
        Sanction sanction = sanctions.require(id, next());
        Optional<Sanctions.Days> days =
                next() == Sanction.State.IMPOSED ? Optional.of(sanctions.days(sanction)) : Optional.empty();
        return Outline.of(
                "sanction-" + next(),
                Long.toString(id),
                sanction.kind(),
                sanction.subject(),
                sanction.cases().stream().map(CaseNumber::value).collect(Collectors.joining(", ")),
                Page.orNothing(days.map(Sanctions.Days::beginsOn)),
                Page.orNothing(days.flatMap(Sanctions.Days::endsOn)));
    }

    @Override
    public final Answer answer(Installation installation) {
        return new Decided(
                SanctionLine.of(become(installation.get(Sanctions.class), id, reason.strip(), installation)));
    }

    /**
     * The answer.
     *
     * @param sanction as it stands now
     */
    record Decided(SanctionLine sanction) implements Answer {
        @Override
        public void tell(Page page) {
            SanctionLine.table(page, List.of(sanction));
        }
    }
}
