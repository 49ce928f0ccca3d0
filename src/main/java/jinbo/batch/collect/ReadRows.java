package jinbo.batch.collect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.crypto.Mac;
import jinbo.batch.validation.EmptyRowDetector;
import jinbo.batch.validation.UploadEncoding;
import jinbo.batch.validation.UploadValidationResult;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.openpgp.EnvelopeFault;
import jinbo.exchange.openpgp.OpenResult;
import jinbo.exchange.openpgp.PlaintextReader;
import jinbo.registry.inbound.InboundFile;
import org.springframework.stereotype.Component;

/** Opens an upload and validates its rows. */
@Component
record ReadRows(OpenUpload openUpload, AssociationKeys keys, CollectSettings settings) {

    /** @param validator runs before the signature is verified; its result is valid only if {@link Result.Complete} */
    Result read(InboundFile file, PlaintextReader<UploadValidationResult> validator) {
        Mac mac = keys.contentKey().newHash();
        EmptyRowDetector emptyRows = new EmptyRowDetector(settings.limits().intake());
        Remembered remembered = new Remembered(validator);
        OpenResult<UploadValidationResult> openResult =
                openUpload.open(file, mac::update, emptyRows::countRelevantBytes, remembered);
        if (openResult instanceof OpenResult.Refused<UploadValidationResult> refused) {
            return refused.fault() == EnvelopeFault.TOO_LARGE && remembered.hasBegun
                    ? tooLarge(refused, remembered.limit.orElseGet(emptyRows::line))
                    : new Result.Refused(OpenUpload.findingOf(refused), refused.operatorDetail());
        }
        UploadValidationResult uploadValidationResult =
                ((OpenResult.Opened<UploadValidationResult>) openResult).value();
        if (uploadValidationResult instanceof UploadValidationResult.RetryWithEncoding again) {
            return new Result.RetryWithEncoding(again.encoding());
        }
        if (uploadValidationResult instanceof UploadValidationResult.Refused refused) {
            return new Result.Refused(refused.finding(), describe(refused.finding()));
        }
        return new Result.Complete((UploadValidationResult.Complete) uploadValidationResult, mac.doFinal());
    }

    private static Result tooLarge(OpenResult.Refused<UploadValidationResult> refused, int line) {
        return new Result.Refused(
                Finding.atLine(line, FindingCode.TOO_LARGE), refused.operatorDetail() + ", at line " + line);
    }

    private static String describe(Finding finding) {
        return finding.code()
                + (finding.line().isPresent() ? " at line " + finding.line().getAsInt() : "")
                + finding.cause().map(cause -> ": " + cause).orElse("");
    }

    /**
     * Remembers the line at which the validator found a file too large. Of a refused envelope, nothing else is reported
     * about the rows, because its signature is not verified.
     */
    private static final class Remembered implements PlaintextReader<UploadValidationResult> {

        private final PlaintextReader<UploadValidationResult> validator;
        private boolean hasBegun;
        private Optional<Integer> limit = Optional.empty();

        Remembered(PlaintextReader<UploadValidationResult> validator) {
            this.validator = validator;
        }

        @Override
        public UploadValidationResult read(InputStream clear) throws IOException {
            hasBegun = true;
            UploadValidationResult uploadValidationResult = validator.read(clear);
            if (uploadValidationResult instanceof UploadValidationResult.Refused refused
                    && refused.code() == FindingCode.TOO_LARGE
                    && refused.line().isPresent()) {
                limit = Optional.of(refused.line().getAsInt());
            }
            return uploadValidationResult;
        }
    }

    sealed interface Result {

        /** The envelope and all rows were read; rows and findings are staged. */
        record Complete(UploadValidationResult.Complete judged, byte[] contentMac) implements Result {}

        /** The upload is refused; staged rows must be discarded. */
        record Refused(Finding finding, String detail) implements Result {}

        /** The upload must be read again in another encoding; staged rows must be discarded. */
        record RetryWithEncoding(UploadEncoding encoding) implements Result {}
    }
}
