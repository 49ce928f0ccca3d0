package jinbo.batch.collect;

import java.util.Optional;
import jinbo.batch.collect.FileIngester.IngestContext;
import jinbo.batch.validation.MessageValidator;
import jinbo.exchange.format.FileKind;
import jinbo.registry.blocklist.ResyncRequests;
import org.springframework.stereotype.Component;

@Component
record IngestResyncRequest(ReadMessage readMessage, ResyncRequests requests) implements FileIngester {

    @Override
    public FileKind kind() {
        return FileKind.RESYNC;
    }

    @Override
    public IngestResult ingest(IngestContext ingestContext) {
        return readMessage.read(ingestContext.file(), MessageValidator::resync, resync -> {
            requests.record(
                    ingestContext.file().id(), resync, ingestContext.file().receivedAt());
            return new IngestResult.Noted(Optional.empty(), Optional.empty());
        });
    }
}
