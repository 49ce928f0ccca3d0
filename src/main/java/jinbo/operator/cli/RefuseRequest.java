package jinbo.operator.cli;

import java.util.Optional;
import jinbo.participant.operation.Reason;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.RequestNumbers;
import jinbo.participant.staff.SecondPerson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code confirm refuse}: a request is not carried out; its author withdraws it in the same way. */
@Command(name = "refuse")
final class RefuseRequest implements Task {

    @Parameters(paramLabel = "ID", descriptionKey = "ID")
    private long id;

    @Option(names = CommandWords.REASON, paramLabel = "TEXT", required = true, descriptionKey = "why")
    private String reason = "";

    @Override
    public Duty duty() {
        return Duty.CONFIRM;
    }

    @Override
    public Answer answer(Installation installation) {
        Request refused =
                installation.get(SecondPerson.class).refuse(id, new Reason(reason).text(), installation.claim());
        installation
                .get(RequestNumbers.class)
                .removeEnded(installation.standing().actor());
        return RequestSheet.shown(refused, Optional.empty(), installation.now());
    }
}
