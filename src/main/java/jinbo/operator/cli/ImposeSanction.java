package jinbo.operator.cli;

import jinbo.cases.sanction.Sanction;
import jinbo.cases.sanction.Sanctions;
import picocli.CommandLine.Command;

/** {@code sanction impose}: what was earned counts from the next working day on. */
@Command(name = "impose")
final class ImposeSanction extends DecideOnSanction {

    @Override
    Sanction.State next() {
        return Sanction.State.IMPOSED;
    }

    @Override
    Sanction become(Sanctions sanctions, long sanction, String why, Installation installation) {
        return sanctions.impose(sanction, why, installation.standing().actor());
    }
}
