package jinbo.batch.validation;

import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.EVIDENCE_REFERENCE;
import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.POLICY_FROM;
import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.POLICY_UNTIL;
import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.SERVICE_CALL;
import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.SOLD_BY_TELEPHONE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.cases.Exemption;
import jinbo.exchange.format.Consent;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.UploadColumn.CaseAnswerColumn;
import jinbo.reference.phone.PhoneDigits;

/**
 * The cells of one row by which an insurer claims an exemption; what is wrong with one goes to the refusals.
 *
 * @param row the row, before the next one is read
 */
record ExemptionCells(Header<CaseAnswerColumn> header, UploadRow row, List<Finding> refusals) {

    private static final int LONGEST_REFERENCE = 40;

    /** The exemption; empty if a cell is missing or does not say it. */
    Optional<Exemption> exemption() {
        Optional<LocalDate> from = day(POLICY_FROM);
        Optional<LocalDate> until = day(POLICY_UNTIL);
        Optional<Boolean> sold = flag(SOLD_BY_TELEPHONE);
        Optional<Boolean> service = flag(SERVICE_CALL);
        Optional<String> reference = reference();
        if (Stream.of(from, until, sold, service, reference).anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        if (until.orElseThrow().isBefore(from.orElseThrow())) {
            refuse(POLICY_UNTIL, FindingCode.DATE_INVALID);
            return Optional.empty();
        }
        return Optional.of(new Exemption(
                from.orElseThrow(),
                until.orElseThrow(),
                sold.orElseThrow(),
                service.orElseThrow(),
                reference.orElseThrow()));
    }

    private Optional<LocalDate> day(CaseAnswerColumn column) {
        if (isMissing(column)) {
            return Optional.empty();
        }
        Optional<LocalDate> day = IsoDateParser.read(header.value(row, column));
        if (day.isEmpty()) {
            refuse(column, FindingCode.DATE_INVALID);
        }
        return day;
    }

    private Optional<Boolean> flag(CaseAnswerColumn column) {
        if (isMissing(column)) {
            return Optional.empty();
        }
        Optional<Consent> flag = Consent.of(header.value(row, column));
        if (flag.isEmpty()) {
            refuse(column, FindingCode.FLAG_UNKNOWN);
        }
        return flag.map(Consent.Y::equals);
    }

    /** Long ones may hold a phone number, and one that is hidden in part leads nobody to the proof. */
    private Optional<String> reference() {
        if (isMissing(EVIDENCE_REFERENCE)) {
            return Optional.empty();
        }
        CharSequence typed = header.value(row, EVIDENCE_REFERENCE);
        String reference = typed.length() > 2 * LONGEST_REFERENCE
                ? ""
                : CaseAnswerCells.CANNOT_BE_SHOWN.matcher(typed).replaceAll(" ");
        if (reference.isBlank()
                || reference.codePointCount(0, reference.length()) > LONGEST_REFERENCE
                || !PhoneDigits.masked(reference).equals(reference)) {
            refuse(EVIDENCE_REFERENCE, FindingCode.EXEMPTION_INCOMPLETE);
            return Optional.empty();
        }
        return Optional.of(reference);
    }

    private boolean isMissing(CaseAnswerColumn column) {
        if (header.value(row, column).isEmpty()) {
            refuse(column, FindingCode.EXEMPTION_INCOMPLETE);
            return true;
        }
        return false;
    }

    private void refuse(CaseAnswerColumn column, FindingCode code) {
        refusals.add(Finding.atColumn(row.line(), column, code));
    }
}
