package jinbo.batch.validation;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.format.ComplaintType;
import jinbo.exchange.format.Term;
import jinbo.exchange.format.UploadScope;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/**
 * @param line physical line on which the row starts; withdrawals refer to it
 * @param businessLine empty for all lines of the insurer
 */
public record ComplaintRow(
        int line,
        Mobile mobile,
        ComplaintType complaint,
        LocalDate complainedOn,
        Optional<LineCode> businessLine,
        UploadScope scope,
        Term term) {}
