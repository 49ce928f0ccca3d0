package jinbo.job.collect;

import java.util.Optional;
import jinbo.blocklist.ResyncRequests;
import jinbo.exchange.FileKind;
import jinbo.intake.MessageJudge;
import org.springframework.stereotype.Component;

/** Takes in requests for a full list. */
@Component
class TakeInResync implements TakeInKind {

    private final ReadMessage readMessage;
    private final ResyncRequests requests;

    TakeInResync(ReadMessage readMessage, ResyncRequests requests) {
        this.readMessage = readMessage;
        this.requests = requests;
    }

    @Override
    public FileKind kind() {
        return FileKind.RESYNC;
    }

    @Override
    public TakenIn takeIn(Arrival arrival) {
        return readMessage.read(arrival.file(), MessageJudge::resync, resync -> {
            requests.record(arrival.file().id(), resync, arrival.file().receivedAt());
            return new TakenIn.Noted(Optional.empty(), Optional.empty());
        });
    }
}
