package jinbo.job.collect;

import java.util.Optional;
import jinbo.blocklist.AckFinding;
import jinbo.blocklist.TakeAck;
import jinbo.exchange.Ack;
import jinbo.exchange.FileKind;
import jinbo.exchange.Finding;
import jinbo.exchange.Severity;
import jinbo.intake.MessageJudge;
import org.springframework.stereotype.Component;

/** Takes in acknowledgements. */
@Component
class TakeInAck implements TakeInKind {

    private final ReadMessage readMessage;
    private final TakeAck takeAck;

    TakeInAck(ReadMessage readMessage, TakeAck takeAck) {
        this.readMessage = readMessage;
        this.takeAck = takeAck;
    }

    @Override
    public FileKind kind() {
        return FileKind.ACK;
    }

    @Override
    public TakenIn takeIn(Arrival arrival) {
        return readMessage.read(arrival.file(), MessageJudge::ack, ack -> take(arrival, ack));
    }

    private TakenIn take(Arrival arrival, Ack ack) {
        Optional<AckFinding> found =
                takeAck.take(arrival.file().id(), ack, arrival.file().receivedAt());
        return found.filter(wrong -> wrong.code().severity() == Severity.REFUSED)
                .<TakenIn>map(wrong -> new TakenIn.Refused(Finding.ofFile(wrong.code()), wrong.detail()))
                .orElseGet(() -> new TakenIn.Noted(
                        found.map(warning -> Finding.ofFile(warning.code())), found.map(AckFinding::detail)));
    }
}
