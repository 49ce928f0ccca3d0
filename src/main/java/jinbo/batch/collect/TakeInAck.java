package jinbo.batch.collect;

import java.util.Optional;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.Severity;
import jinbo.registry.blocklist.AckFinding;
import jinbo.registry.blocklist.TakeAck;
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
