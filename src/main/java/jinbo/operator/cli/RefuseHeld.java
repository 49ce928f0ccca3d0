package jinbo.operator.cli;

import jinbo.batch.collect.HeldFiles;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.participant.staff.Duty;
import jinbo.registry.inbound.HeldDecision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code held refuse}: refuses a held file and answers it a second time. */
@Command(name = "refuse")
final class RefuseHeld implements Task {

    @Parameters(paramLabel = "NAME", descriptionKey = "NAME")
    private String name = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Override
    public Duty duty() {
        return Duty.REFUSE_FILES;
    }

    @Override
    public Answer answer(Installation installation) {
        installation.get(AssociationKeys.class).requireOpen();
        return Collected.of(
                installation,
                installation
                        .get(HeldFiles.class)
                        .decide(
                                name,
                                HeldDecision.Kind.REFUSE,
                                reason,
                                installation.standing().actor()));
    }
}
