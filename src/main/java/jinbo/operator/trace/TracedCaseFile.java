package jinbo.operator.trace;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessLogEntry;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseNumber;

/**
 * A file that handed the number to an insurer.
 *
 * @param file the file
 * @param cases that it asks about, of who has the number
 * @param vouchedBy the result of the access by which the number was handed over, if there is one where the record says
 */
public record TracedCaseFile(CaseFile file, List<CaseNumber> cases, Optional<AccessLogEntry> vouchedBy) {

    /** Copies what it is given. */
    public TracedCaseFile {
        cases = List.copyOf(cases);
    }
}
