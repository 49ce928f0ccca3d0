package jinbo.job.collect;

import javax.crypto.Mac;
import jinbo.association.AssociationKeys;
import jinbo.envelope.ClearTextReader;
import jinbo.envelope.Opening;
import jinbo.exchange.Finding;
import jinbo.inbound.InboundFile;
import jinbo.intake.Judgement;
import org.springframework.stereotype.Component;

/** Reads an upload of rows once, and says how that ended. */
@Component
class ReadRows {

    private final OpenUpload openUpload;
    private final AssociationKeys keys;

    ReadRows(OpenUpload openUpload, AssociationKeys keys) {
        this.openUpload = openUpload;
        this.keys = keys;
    }

    /**
     * Opens and judges.
     *
     * @param judge judges rows before the signature is verified: what it did with them counts only if the answer is {@link
     *     Reading.Whole}
     * @throws jinbo.job.SpoolException if the spooled bytes cannot be read
     */
    Reading read(InboundFile file, ClearTextReader<Judgement> judge) {
        Mac mac = keys.contentKey().newHash();
        Opening<Judgement> opening = openUpload.open(file, mac::update, judge);
        if (opening instanceof Opening.Refused<Judgement> refused) {
            return new Reading.Bad(OpenUpload.findingOf(refused.fault()), refused.operatorDetail());
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

    private static String describe(Finding finding) {
        return finding.code()
                + (finding.line().isPresent() ? " at line " + finding.line().getAsInt() : "");
    }
}
