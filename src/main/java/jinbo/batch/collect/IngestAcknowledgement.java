package jinbo.batch.collect;

import java.util.Optional;
import jinbo.batch.collect.FileIngester.IngestContext;
import jinbo.batch.validation.MessageValidator;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.registry.blocklist.RecordAcknowledgement;
import org.springframework.stereotype.Component;

@Component
record IngestAcknowledgement(ReadMessage readMessage, RecordAcknowledgement recordAcknowledgement)
        implements FileIngester {

    @Override
    public FileKind kind() {
        return FileKind.ACK;
    }

    @Override
    public IngestResult ingest(IngestContext ingestContext) {
        return readMessage.read(ingestContext.file(), MessageValidator::ack, ack -> take(ingestContext, ack));
    }

    private IngestResult take(IngestContext ingestContext, Ack ack) {
        Optional<RecordAcknowledgement.AcknowledgementFinding> found = recordAcknowledgement.record(
                ingestContext.file().id(), ack, ingestContext.file().receivedAt());
        return found.filter(wrong -> wrong.code().severity() == FindingCode.Severity.REFUSED)
                .<IngestResult>map(wrong -> new IngestResult.Refused(Finding.ofFile(wrong.code()), wrong.detail()))
                .orElseGet(() -> new IngestResult.Noted(
                        found.map(warning -> Finding.ofFile(warning.code())),
                        found.map(RecordAcknowledgement.AcknowledgementFinding::detail)));
    }
}
