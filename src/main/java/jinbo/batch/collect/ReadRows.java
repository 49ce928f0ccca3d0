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

    /** @param judge validates before the signature is verified; its rows count only with {@link Result.Whole} */
    Result read(InboundFile file, PlaintextReader<UploadValidationResult> judge) {
        Mac mac = keys.contentKey().newHash();
        EmptyRowDetector rows = new EmptyRowDetector(settings.limits().intake());
        Remembered remembered = new Remembered(judge);
        OpenResult<UploadValidationResult> openResult =
                openUpload.open(file, mac::update, rows::countRelevantBytes, remembered);
        if (openResult instanceof OpenResult.Refused<UploadValidationResult> refused) {
            return refused.fault() == EnvelopeFault.TOO_LARGE && remembered.hasBegun
                    ? tooLarge(refused, remembered.limit.orElseGet(() -> rows.line()))
                    : new Result.Bad(OpenUpload.findingOf(refused), refused.operatorDetail());
        }
        UploadValidationResult uploadValidationResult =
                ((OpenResult.Opened<UploadValidationResult>) openResult).value();
        if (uploadValidationResult instanceof UploadValidationResult.RetryWithEncoding again) {
            return new Result.Again(again.encoding());
        }
        if (uploadValidationResult instanceof UploadValidationResult.Refused refused) {
            return new Result.Bad(refused.finding(), describe(refused.finding()));
        }
        return new Result.Whole((UploadValidationResult.Complete) uploadValidationResult, mac.doFinal());
    }

    private static Result tooLarge(OpenResult.Refused<UploadValidationResult> refused, int line) {
        return new Result.Bad(
                Finding.atLine(line, FindingCode.TOO_LARGE), refused.operatorDetail() + ", at line " + line);
    }

    private static String describe(Finding finding) {
        return finding.code()
                + (finding.line().isPresent() ? " at line " + finding.line().getAsInt() : "")
                + finding.cause().map(cause -> ": " + cause).orElse("");
    }

    /** Remembers the line at which a file is too large, the only thing to report without a verified signature. */
    private static final class Remembered implements PlaintextReader<UploadValidationResult> {

        private final PlaintextReader<UploadValidationResult> judge;
        private boolean hasBegun;
        private Optional<Integer> limit = Optional.empty();

        Remembered(PlaintextReader<UploadValidationResult> judge) {
            this.judge = judge;
        }

        @Override
        public UploadValidationResult read(InputStream clear) throws IOException {
            hasBegun = true;
            UploadValidationResult uploadValidationResult = judge.read(clear);
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
        record Whole(UploadValidationResult.Complete judged, byte[] contentMac) implements Result {}

        /** The upload is refused; staged rows must be discarded. */
        record Bad(Finding finding, String detail) implements Result {}

        /** The upload must be read again in another encoding; staged rows must be discarded. */
        record Again(UploadEncoding encoding) implements Result {}
    }
}
