package jinbo.batch.validation;

import java.time.LocalDate;
import jinbo.exchange.format.ComplaintType;
import jinbo.exchange.format.Term;
import jinbo.exchange.format.UploadScope;
import jinbo.reference.phone.Mobile;

/**
 * A row that is to be ingested.
 *
 * @param line physical line on which it starts, by which a withdrawal names it
 * @param mobile the number, normalised
 * @param complaint what about
 * @param complainedOn when
 * @param scope for whom
 * @param term how long
 */
public record ComplaintRow(
        int line, Mobile mobile, ComplaintType complaint, LocalDate complainedOn, UploadScope scope, Term term) {}
