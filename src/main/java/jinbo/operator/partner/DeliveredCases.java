package jinbo.operator.partner;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jinbo.exchange.format.CaseNotice;
import jinbo.participant.operation.Incomplete;
import jinbo.partner.VerificationResult;

/** What the association asks of cases, and what was decided, over all files in the inbox. */
record DeliveredCases(FetchResult fetched, List<CaseFileContent> files) implements Incomplete {

    static DeliveredCases of(FetchResult fetched, Map<Path, VerificationResult<List<CaseNotice>>> opened) {
        return new DeliveredCases(
                fetched,
                opened.entrySet().stream()
                        .map(file -> CaseFileContent.of(file.getKey(), file.getValue()))
                        .toList());
    }

    @Override
    public boolean complete() {
        return fetched.complete()
                && files.stream().allMatch(file -> file.fault().isEmpty());
    }
}
