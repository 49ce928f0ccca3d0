package jinbo.operator.partner;

import java.io.IOException;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Resync;
import jinbo.exchange.format.ResyncJson;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.OperationError;
import jinbo.reference.phone.PhoneDigits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code partner resync}: asks the association for a full list. */
@Command(name = "resync")
final class RequestFullList implements FileTask {

    private static final int LONGEST_REASON = 200;

    @ParentCommand
    private PartnerCommands partner = new PartnerCommands();

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    /** It goes to the other side of the exchange, in one line. */
    @Override
    public void check() {
        if (reason.isBlank()
                || reason.codePointCount(0, reason.length()) > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)
                || PhoneDigits.mayContainNumber(reason)) {
            throw new InvalidOperationException(OperationError.REASON_UNUSABLE, Integer.toString(LONGEST_REASON));
        }
    }

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        return partner.withLock(context, side -> {
            byte[] json = ResyncJson.write(new Resync(side.partner().code(), side.now(), reason));
            return new SealAndDrop(side).send(FileKind.RESYNC, json);
        });
    }
}
