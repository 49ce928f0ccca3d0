package jinbo.operator.cli;

import jinbo.batch.Reason;
import jinbo.batch.collect.HeldFiles;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.participant.staff.Duty;
import jinbo.registry.inbound.HeldDecision;
import jinbo.registry.inbound.InboundFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code held release}: takes a held file in and answers it a second time. */
@Command(name = "release")
final class ReleaseHeld implements RequiresSecondPerson {

    @Parameters(paramLabel = "NAME", descriptionKey = "NAME")
    private String name = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Override
    public Duty duty() {
        return Duty.RELEASE_FILES;
    }

    @Override
    public Outline outline(Installation installation) {
        new Reason(reason);
        InboundFile file = installation.get(HeldFiles.class).get(name);
        return Outline.of(
                file.kind().map(ReleaseHeld::whatFollows).orElse("held-release"),
                file.shownName(),
                file.insurer(),
                TakenFile.of(file).rows());
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
                                HeldDecision.Kind.RELEASE,
                                reason,
                                installation.standing().actor()));
    }

    private static String whatFollows(FileKind kind) {
        return switch (kind) {
            case WITHDRAWALS -> "held-release-withdrawals";
            case CASE_ANSWERS -> "held-release-answers";
            default -> "held-release";
        };
    }
}
