package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.CaseNotice;

/**
 * @param notice upheld or dismissed
 * @param until the last day for an appeal
 */
record CaseDecided(
        String number, CaseNotice.Kind notice, String ruling, List<String> grounds, Optional<LocalDate> until) {

    static CaseDecided of(CaseNotice.Decision notice) {
        return new CaseDecided(
                notice.caseNumber(),
                notice.kind(),
                notice.ruling(),
                notice.grounds().stream().sorted().toList(),
                notice.until());
    }
}
