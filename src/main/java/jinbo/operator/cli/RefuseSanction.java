package jinbo.operator.cli;

import jinbo.cases.sanction.Sanction;
import jinbo.cases.sanction.Sanctions;
import picocli.CommandLine.Command;

/** {@code sanction refuse}: what was proposed does not count. */
@Command(name = "refuse")
final class RefuseSanction extends DecideOnSanction {

    @Override
    Sanction.State next() {
        return Sanction.State.REFUSED;
    }

    @Override
    Sanction become(Sanctions sanctions, long sanction, String why, Installation installation) {
        return sanctions.refuse(sanction, why, installation.standing().actor());
    }
}
