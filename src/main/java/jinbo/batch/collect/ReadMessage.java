package jinbo.batch.collect;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import jinbo.exchange.openpgp.Opening;
import jinbo.registry.inbound.InboundFile;
import org.springframework.stereotype.Component;

/** Opens a file that is one message, without rows, and lets what is sound have its effect. */
@Component
class ReadMessage {

    private final OpenUpload openUpload;

    ReadMessage(OpenUpload openUpload) {
        this.openUpload = openUpload;
    }

    /** How a message of one kind is judged. */
    @FunctionalInterface
    interface Judge<M> {
        MessageJudgement<M> judge(MessageJudge rules, InputStream clear) throws IOException;
    }

    /**
     * Opens, judges, and only then lets the message take effect.
     *
     * @param effect what becomes of a sound message
     * @throws jinbo.batch.SpoolException if the spooled bytes cannot be read
     */
    <M> TakenIn read(InboundFile file, Judge<M> judge, Function<M, TakenIn> effect) {
        MessageJudge rules = new MessageJudge(file.insurer(), file.receivedAt());
        Opening<MessageJudgement<M>> opening = openUpload.open(file, clear -> judge.judge(rules, clear));
        if (opening instanceof Opening.Refused<MessageJudgement<M>> refused) {
            return new TakenIn.Refused(OpenUpload.findingOf(refused), refused.operatorDetail());
        }
        MessageJudgement<M> judgement = ((Opening.Opened<MessageJudgement<M>>) opening).value();
        return judgement instanceof MessageJudgement.Sound<M> sound
                ? effect.apply(sound.message())
                : unsound((MessageJudgement.Unsound<M>) judgement);
    }

    private static TakenIn unsound(MessageJudgement.Unsound<?> unsound) {
        return new TakenIn.Refused(unsound.finding(), unsound.detail());
    }
}
