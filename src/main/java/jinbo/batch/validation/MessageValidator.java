package jinbo.batch.validation;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import jinbo.exchange.format.Ack;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.FormatException;
import jinbo.exchange.format.Resync;
import jinbo.participant.insurer.InsurerCode;

/** Validates acknowledgements and requests for a full list: their format, insurer and time. */
public record MessageValidator(InsurerCode insurer, Instant receivedAt) {

    /** Reads up to a mebibyte and does not close the stream. */
    public Result<Ack> ack(InputStream clear) throws IOException {
        try {
            Ack ack = Ack.read(clear);
            return judged(ack, ack.insurer(), ack.appliedAt(), "applied_at");
        } catch (FormatException broken) {
            return new Result.Invalid<>(broken.getMessage());
        }
    }

    /** Reads up to a mebibyte and does not close the stream. */
    public Result<Resync> resync(InputStream clear) throws IOException {
        try {
            Resync resync = Resync.read(clear);
            return judged(resync, resync.insurer(), resync.requestedAt(), "requested_at");
        } catch (FormatException broken) {
            return new Result.Invalid<>(broken.getMessage());
        }
    }

    private <M> Result<M> judged(M message, InsurerCode namedInsurer, Instant when, String field) {
        if (!namedInsurer.equals(insurer)) {
            return new Result.Invalid<>("field insurer names an insurer other than the owner of the drop");
        }
        if (when.isAfter(receivedAt.plus(Ack.MAX_CLOCK_DIFFERENCE))) {
            return new Result.Invalid<>("field " + field + " is after the time of receipt");
        }
        return new Result.Valid<>(message);
    }

    public sealed interface Result<M> {

        /** The message is valid; whether the list that it names exists is checked elsewhere. */
        record Valid<M>(M message) implements Result<M> {}

        /** The finding is {@link FindingCode#CONTENT_INVALID}; the detail is for operators and quotes no value. */
        record Invalid<M>(String detail) implements Result<M> {

            public Finding finding() {
                return Finding.ofFile(FindingCode.CONTENT_INVALID);
            }
        }
    }
}
