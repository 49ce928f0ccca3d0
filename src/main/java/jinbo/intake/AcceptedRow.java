package jinbo.intake;

import java.time.LocalDate;
import jinbo.exchange.Complaint;
import jinbo.exchange.Term;
import jinbo.exchange.UploadScope;
import jinbo.mobile.Mobile;

/**
 * A row that is to be taken in.
 *
 * @param line physical line on which it starts, by which a withdrawal names it
 * @param mobile the number, normalised
 * @param complaint what about
 * @param complainedOn when
 * @param scope for whom
 * @param term how long
 */
public record AcceptedRow(
        int line, Mobile mobile, Complaint complaint, LocalDate complainedOn, UploadScope scope, Term term) {}
