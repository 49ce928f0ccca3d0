package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.format.CaseNotice;

/**
 * A sanction that we are told of.
 *
 * @param notice whether it begins or ends
 * @param sanction what it forbids
 * @param salesperson whom it is about, if not all of us
 * @param from its first day
 * @param until its last day
 */
record CaseSanction(
        CaseNotice.Kind notice,
        String sanction,
        Optional<String> salesperson,
        LocalDate from,
        Optional<LocalDate> until) {

    static CaseSanction of(CaseNotice.Sanction notice) {
        return new CaseSanction(notice.kind(), notice.sanction(), notice.salesperson(), notice.from(), notice.until());
    }
}
