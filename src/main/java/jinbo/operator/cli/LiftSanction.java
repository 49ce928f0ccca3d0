package jinbo.operator.cli;

import jinbo.cases.sanction.Sanction;
import jinbo.cases.sanction.SanctionState;
import jinbo.cases.sanction.Sanctions;
import picocli.CommandLine.Command;

/** {@code measure lift}: what was imposed counts no longer. */
@Command(name = "lift")
final class LiftSanction extends DecideOnSanction {

    @Override
    SanctionState next() {
        return SanctionState.LIFTED;
    }

    @Override
    Sanction become(Sanctions sanctions, long measure, String why, Installation installation) {
        return sanctions.lift(measure, why, installation.standing().actor());
    }
}
