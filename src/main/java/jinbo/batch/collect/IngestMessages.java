package jinbo.batch.collect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import jinbo.batch.validation.MessageValidator;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Resync;
import jinbo.exchange.openpgp.OpenResult;
import jinbo.registry.blocklist.RecordAcknowledgement;
import jinbo.registry.blocklist.ResyncRequests;
import jinbo.registry.inbound.InboundFile;
import org.springframework.stereotype.Component;

/** Ingests uploads that consist of one message: acknowledgements of lists, and requests for a full list. */
@Component
record IngestMessages(OpenUpload openUpload, RecordAcknowledgement recordAcknowledgement, ResyncRequests resyncRequests)
        implements FileIngester {

    @Override
    public boolean ingests(FileKind kind) {
        return kind == FileKind.ACK || kind == FileKind.RESYNC;
    }

    @Override
    public IngestResult ingest(IngestContext ingestContext) {
        InboundFile file = ingestContext.file();
        return file.kind().orElseThrow() == FileKind.ACK
                ? read(file, MessageValidator::ack, ack -> record(file, ack))
                : read(file, MessageValidator::resync, resync -> record(file, resync));
    }

    private IngestResult record(InboundFile file, Ack ack) {
        return recordAcknowledgement
                .record(file.id(), ack, file.receivedAt())
                .map(found -> IngestResult.ofFinding(found.code(), found.detail()))
                .orElseGet(() -> new IngestResult.Noted(Optional.empty(), Optional.empty()));
    }

    private IngestResult record(InboundFile file, Resync resync) {
        resyncRequests.record(file.id(), resync, file.receivedAt());
        return new IngestResult.Noted(Optional.empty(), Optional.empty());
    }

    @FunctionalInterface
    private interface Validation<M> {
        MessageValidator.Result<M> validate(MessageValidator rules, InputStream clear) throws IOException;
    }

    private <M> IngestResult read(InboundFile file, Validation<M> validation, Function<M, IngestResult> effect) {
        MessageValidator rules = new MessageValidator(file.insurer(), file.receivedAt());
        OpenResult<MessageValidator.Result<M>> openResult =
                openUpload.open(file, clear -> validation.validate(rules, clear));
        if (openResult instanceof OpenResult.Refused<MessageValidator.Result<M>> refused) {
            return new IngestResult.Refused(OpenUpload.findingOf(refused), refused.operatorDetail());
        }
        MessageValidator.Result<M> result = ((OpenResult.Opened<MessageValidator.Result<M>>) openResult).value();
        if (result instanceof MessageValidator.Result.Invalid<M> invalid) {
            return new IngestResult.Refused(invalid.finding(), invalid.detail());
        }
        return effect.apply(((MessageValidator.Result.Valid<M>) result).message());
    }
}
