package jinbo.batch.collect;

import java.util.Optional;
import jinbo.exchange.format.FileKind;
import jinbo.registry.blocklist.ResyncRequests;
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
