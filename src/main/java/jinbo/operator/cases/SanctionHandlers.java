package jinbo.operator.cases;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.cases.sanction.Sanction;
import jinbo.cases.sanction.Sanctions;
import jinbo.operator.cases.SanctionOperations.ImposeSanction;
import jinbo.operator.cases.SanctionOperations.LiftSanction;
import jinbo.operator.cases.SanctionOperations.ListSanctions;
import jinbo.operator.cases.SanctionOperations.RefuseSanction;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;

@OperationHandlers
record SanctionHandlers(Sanctions sanctions) {

    record DecidedSanction(SanctionLine sanction) {}

    @Handles
    SanctionList list(ListSanctions asked) {
        return SanctionList.of(asked.all() ? sanctions.all() : sanctions.standing());
    }

    @Previews
    Outline would(ImposeSanction asked) {
        return would(asked.id(), Sanction.State.IMPOSED);
    }

    @Handles
    DecidedSanction impose(ImposeSanction asked, Actor by) {
        return decided(sanctions.impose(asked.id(), asked.reason().text(), by));
    }

    @Previews
    Outline would(RefuseSanction asked) {
        return would(asked.id(), Sanction.State.REFUSED);
    }

    @Handles
    DecidedSanction refuse(RefuseSanction asked, Actor by) {
        return decided(sanctions.refuse(asked.id(), asked.reason().text(), by));
    }

    @Previews
    Outline would(LiftSanction asked) {
        return would(asked.id(), Sanction.State.LIFTED);
    }

    @Handles
    DecidedSanction lift(LiftSanction asked, Actor by) {
        return decided(sanctions.lift(asked.id(), asked.reason().text(), by));
    }

    private Outline would(long id, Sanction.State next) {
        Sanction sanction = sanctions.require(id, next);
        Optional<Sanctions.Days> days =
                next == Sanction.State.IMPOSED ? Optional.of(sanctions.days(sanction)) : Optional.empty();
        return Outline.of(
                "sanction-" + next,
                id,
                sanction.kind(),
                sanction.subject(),
                sanction.cases(),
                days.map(Sanctions.Days::beginsOn),
                days.flatMap(Sanctions.Days::endsOn));
    }

    private static DecidedSanction decided(Sanction sanction) {
        return new DecidedSanction(SanctionLine.of(sanction));
    }

    public record SanctionList(List<SanctionLine> sanctions) {

        static SanctionList of(List<Sanction> sanctions) {
            return new SanctionList(sanctions.stream().map(SanctionLine::of).toList());
        }
    }
}
