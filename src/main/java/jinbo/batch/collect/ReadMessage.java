package jinbo.batch.collect;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import jinbo.batch.validation.MessageValidator;
import jinbo.exchange.openpgp.OpenResult;
import jinbo.registry.inbound.InboundFile;
import org.springframework.stereotype.Component;

/** Opens a file with one message and applies it if it is valid. */
@Component
record ReadMessage(OpenUpload openUpload) {

    @FunctionalInterface
    interface Judge<M> {
        MessageValidator.Result<M> judge(MessageValidator rules, InputStream clear) throws IOException;
    }

    /** @throws jinbo.batch.SpoolException if the spooled bytes cannot be read */
    <M> IngestResult read(InboundFile file, Judge<M> judge, Function<M, IngestResult> effect) {
        MessageValidator rules = new MessageValidator(file.insurer(), file.receivedAt());
        OpenResult<MessageValidator.Result<M>> openResult = openUpload.open(file, clear -> judge.judge(rules, clear));
        if (openResult instanceof OpenResult.Refused<MessageValidator.Result<M>> refused) {
            return new IngestResult.Refused(OpenUpload.findingOf(refused), refused.operatorDetail());
        }
        MessageValidator.Result<M> judgement = ((OpenResult.Opened<MessageValidator.Result<M>>) openResult).value();
        return judgement instanceof MessageValidator.Result.Valid<M> sound
                ? effect.apply(sound.message())
                : unsound((MessageValidator.Result.Invalid<M>) judgement);
    }

    private static IngestResult unsound(MessageValidator.Result.Invalid<?> unsound) {
        return new IngestResult.Refused(unsound.finding(), unsound.detail());
    }
}
