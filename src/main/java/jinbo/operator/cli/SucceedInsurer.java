package jinbo.operator.cli;

import java.util.Optional;
import jinbo.batch.InsurerSuccession;
import jinbo.participant.insurer.EndParticipation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code insurer succeed}: another insurer takes the place of one, which leaves. */
@Command(name = "succeed")
final class SucceedInsurer implements RequiresSecondPerson {

    @Parameters(index = "0", paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Parameters(index = "1", paramLabel = "SUCCESSOR", descriptionKey = "SUCCESSOR")
    private InsurerCode successor = new InsurerCode("NONE");

    @Mixin
    private RequiredReasonOption why = new RequiredReasonOption();

    @Override
    public Duty duty() {
        return Duty.END_PARTICIPATION;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(code);
    }

    @Override
    public Outline outline(Installation installation) {
        why.given();
        installation.get(EndParticipation.class).requireSuccessor(code, successor);
        return Outline.of("insurer-succeed", code, successor);
    }

    @Override
    public Answer answer(Installation installation) {
        return InsurerSheet.of(
                installation
                        .get(InsurerSuccession.class)
                        .of(
                                code,
                                successor,
                                why.given(),
                                installation.standing().actor()),
                installation);
    }
}
