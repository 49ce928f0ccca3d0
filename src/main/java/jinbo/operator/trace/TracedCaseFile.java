package jinbo.operator.trace;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessLogEntry;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseNumber;

/**
 * @param vouchedBy the result of the access by which the number was handed over, if there is one where the record says
 */
public record TracedCaseFile(CaseFile file, List<CaseNumber> cases, Optional<AccessLogEntry> vouchedBy) {

    public TracedCaseFile {
        cases = List.copyOf(cases);
    }
}
