package jinbo.operator.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jinbo.exchange.format.CaseNotice;
import jinbo.partner.VerificationResult;

/**
 * What the association asks of cases, and what was decided, over all files in the inbox.
 *
 * @param fetched what the visit to the drop brought
 * @param files what each file of cases says, the oldest first
 */
record CasesShown(Fetched fetched, List<CaseFileTold> files) implements Answer {

    static CasesShown of(Fetched fetched, Map<Path, VerificationResult<List<CaseNotice>>> opened) {
        return new CasesShown(
                fetched,
                opened.entrySet().stream()
                        .map(file -> CaseFileTold.of(file.getKey(), file.getValue()))
                        .toList());
    }

    @Override
    public boolean complete() {
        return fetched.complete()
                && files.stream().allMatch(file -> file.fault().isEmpty());
    }

    @Override
    public void tell(Page page) {
        fetched.tell(page);
        if (files.isEmpty()) {
            page.say("partner.cases.none");
        }
        for (CaseFileTold file : files) {
            page.blank();
            page.print(file.file());
            file.tell(page);
        }
    }
}
