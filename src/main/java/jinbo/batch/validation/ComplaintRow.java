package jinbo.batch.validation;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.format.ComplaintType;
import jinbo.exchange.format.Term;
import jinbo.exchange.format.UploadScope;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/**
 * A row that is to be ingested.
 *
 * @param line physical line on which it starts, by which a withdrawal names it
 * @param mobile the number, normalised
 * @param complaint what about
 * @param complainedOn when
 * @param businessLine what was to be sold; empty for all lines of the insurer
 * @param scope for whom
 * @param term how long
 */
public record ComplaintRow(
        int line,
        Mobile mobile,
        ComplaintType complaint,
        LocalDate complainedOn,
        Optional<LineCode> businessLine,
        UploadScope scope,
        Term term) {}
