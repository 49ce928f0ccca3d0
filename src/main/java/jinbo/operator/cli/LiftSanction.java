package jinbo.operator.cli;

import jinbo.cases.sanction.Sanction;
import jinbo.cases.sanction.Sanctions;
import picocli.CommandLine.Command;

/** {@code sanction lift}: what was imposed counts no longer. */
@Command(name = "lift")
final class LiftSanction extends DecideOnSanction {

    @Override
    Sanction.State next() {
        return Sanction.State.LIFTED;
    }

    @Override
    Sanction become(Sanctions sanctions, long sanction, String why, Installation installation) {
        return sanctions.lift(sanction, why, installation.standing().actor());
    }
}
