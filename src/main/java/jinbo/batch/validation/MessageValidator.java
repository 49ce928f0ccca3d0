package jinbo.batch.validation;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.FormatException;
import jinbo.exchange.format.Resync;
import jinbo.participant.insurer.InsurerCode;

/**
 * Judges the messages of an insurer that are one JSON object: acknowledgements and requests for a full list. They are of their
 * format, speak for the insurer on whose drop they lay, and of a time that has come.
 *
 * @param insurer on whose drop the message lay
 */
public record MessageValidator(InsurerCode insurer, Instant receivedAt) {

    /** How far an insurer's clock may be ahead of ours, as for signatures. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /**
     * @param clear the bytes that were inside the envelope; read up to a mebibyte, and not closed
     * @throws IOException what the stream throws; never because of what the message says
     */
    public Result<Ack> ack(InputStream clear) throws IOException {
        try {
            Ack ack = Ack.read(clear);
            return judged(ack, ack.insurer(), ack.appliedAt(), "applied_at");
        } catch (FormatException broken) {
            return new Result.Invalid<>(broken.getMessage());
        }
    }

    /**
     * @param clear the bytes that were inside the envelope; read up to a mebibyte, and not closed
     * @throws IOException what the stream throws; never because of what the message says
     */
    public Result<Resync> resync(InputStream clear) throws IOException {
        try {
            Resync resync = Resync.read(clear);
            return judged(resync, resync.insurer(), resync.requestedAt(), "requested_at");
        } catch (FormatException broken) {
            return new Result.Invalid<>(broken.getMessage());
        }
    }

    private <M> Result<M> judged(M message, InsurerCode speaksFor, Instant when, String field) {
        if (!speaksFor.equals(insurer)) {
            return new Result.Invalid<>("field insurer names another insurer than the drop's");
        }
        if (when.isAfter(receivedAt.plus(CLOCKS_DIFFER))) {
            return new Result.Invalid<>("field " + field + " is after the time of receipt");
        }
        return new Result.Valid<>(message);
    }

    /** What reading a message of an insurer's, which has no rows, came to. */
    public sealed interface Result<M> {

        /** The message is sound as far as it alone can tell: whether there is what it speaks of, is for others to say. */
        record Valid<M>(M message) implements Result<M> {}

        /**
         * The message is answered with {@link FindingCode#CONTENT_INVALID}.
         *
         * @param detail for operators: the place and what is wrong there, without anything of the content
         */
        record Invalid<M>(String detail) implements Result<M> {

            /** For receipt and outcome. */
            public Finding finding() {
                return Finding.ofFile(FindingCode.CONTENT_INVALID);
            }
        }
    }
}
