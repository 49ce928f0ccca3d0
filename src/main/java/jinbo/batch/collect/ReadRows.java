package jinbo.batch.collect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.crypto.Mac;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.openpgp.ClearTextReader;
import jinbo.exchange.openpgp.EnvelopeFault;
import jinbo.exchange.openpgp.Opening;
import jinbo.registry.inbound.InboundFile;
import org.springframework.stereotype.Component;

/** Reads an upload of rows once, and says how that ended. */
@Component
class ReadRows {

    private final OpenUpload openUpload;
    private final AssociationKeys keys;
    private final CollectSettings settings;

    ReadRows(OpenUpload openUpload, AssociationKeys keys, CollectSettings settings) {
        this.openUpload = openUpload;
        this.keys = keys;
        this.settings = settings;
    }

    /**
     * Opens and judges.
     *
     * @param judge judges rows before the signature is verified: what it did with them counts only if the answer is {@link
     *     Reading.Whole}
     * @throws jinbo.batch.SpoolException if the spooled bytes cannot be read
     */
    Reading read(InboundFile file, ClearTextReader<Judgement> judge) {
        Mac mac = keys.contentKey().newHash();
        RowsWithoutValue rows = new RowsWithoutValue(settings.limits().intake());
        Remembered remembered = new Remembered(judge);
        Opening<Judgement> opening = openUpload.open(file, mac::update, rows::weigh, remembered);
        if (opening instanceof Opening.Refused<Judgement> refused) {
            return refused.fault() == EnvelopeFault.TOO_LARGE && remembered.asked
                    ? tooLarge(refused, remembered.limit.orElseGet(() -> rows.line()))
                    : new Reading.Bad(OpenUpload.findingOf(refused), refused.operatorDetail());
        }
        Judgement judgement = ((Opening.Opened<Judgement>) opening).value();
        if (judgement instanceof Judgement.ReadAgain again) {
            return new Reading.Again(again.encoding());
        }
        if (judgement instanceof Judgement.Refused refused) {
            return new Reading.Bad(refused.finding(), describe(refused.finding()));
        }
        return new Reading.Whole((Judgement.Judged) judgement, mac.doFinal());
    }

    private static Reading tooLarge(Opening.Refused<Judgement> refused, int line) {
        return new Reading.Bad(
                Finding.atLine(line, FindingCode.TOO_LARGE), refused.operatorDetail() + ", at line " + line);
    }

    private static String describe(Finding finding) {
        return finding.code()
                + (finding.line().isPresent() ? " at line " + finding.line().getAsInt() : "")
                + finding.cause().map(cause -> ": " + cause).orElse("");
    }

    /**
     * Remembers where a file was found too large by what it holds. The rest of such a file is not unpacked when a limit of the
     * envelope is passed, so its signature is never verified; its integrity is, and the number of a line is all that is told.
     */
    private static final class Remembered implements ClearTextReader<Judgement> {

        private final ClearTextReader<Judgement> judge;
        private boolean asked;
        private Optional<Integer> limit = Optional.empty();

        Remembered(ClearTextReader<Judgement> judge) {
            this.judge = judge;
        }

        @Override
        public Judgement read(InputStream clear) throws IOException {
            asked = true;
            Judgement judgement = judge.read(clear);
            if (judgement instanceof Judgement.Refused refused
                    && refused.code() == FindingCode.TOO_LARGE
                    && refused.line().isPresent()) {
                limit = Optional.of(refused.line().getAsInt());
            }
            return judgement;
        }
    }
}
