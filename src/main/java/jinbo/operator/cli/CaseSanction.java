package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.format.CaseNotice;

/** @param until its last day */
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
