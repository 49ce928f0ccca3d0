package jinbo.batch.validation;

import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.ANSWER;
import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.CASE;
import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.DISPUTE;
import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.EVIDENCE_REFERENCE;
import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.POLICY_FROM;
import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.POLICY_UNTIL;
import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.SALESPERSON;
import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.SERVICE_CALL;
import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.SOLD_BY_TELEPHONE;
import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.UNIT;
import static jinbo.exchange.format.UploadColumn.CaseAnswerColumn.WORDS;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.cases.CaseAnswer;
import jinbo.cases.CaseNumber;
import jinbo.cases.DisputeReason;
import jinbo.cases.Exemption;
import jinbo.cases.Salesperson;
import jinbo.exchange.format.Consent;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.UploadColumn.CaseAnswerColumn;
import jinbo.participant.insurer.UnitCode;
import jinbo.reference.phone.PhoneDigits;

/** Reads the cells of one row of case answers; faults go to the refusals. */
record CaseAnswerCells(Header<CaseAnswerColumn> header, UploadRow row, List<Finding> refusals) {

    /** The order of the published table, whatever the order in the file. */
    static final Comparator<Finding> IN_ORDER_OF_COLUMNS = Comparator.comparingInt(finding -> finding.column()
            .map(title ->
                    CaseAnswerColumn.valueOf(title.toUpperCase(Locale.ROOT)).ordinal())
            .orElse(0));

    /** Maximum length of a case number with blanks and hyphens. */
    private static final int LONGEST_NUMBER = 40;

    private static final int LONGEST_REFERENCE = 40;

    /** Includes characters that change the writing direction, which could disguise a text. */
    private static final Pattern CANNOT_BE_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private static final Set<CaseAnswerColumn> OF_EXEMPTIONS =
            EnumSet.of(POLICY_FROM, POLICY_UNTIL, SOLD_BY_TELEPHONE, SERVICE_CALL, EVIDENCE_REFERENCE);
    private static final Set<CaseAnswerColumn> OF_CALLERS = EnumSet.of(UNIT, SALESPERSON);

    Optional<CaseNumber> number() {
        CharSequence typed = header.value(row, CASE);
        Optional<CaseNumber> number =
                typed.length() > LONGEST_NUMBER ? Optional.empty() : CaseNumber.typed(typed.toString());
        if (number.isEmpty()) {
            refuse(CASE, FindingCode.CASE_UNKNOWN);
        }
        return number;
    }

    Optional<CaseAnswer.Kind> kind() {
        Optional<CaseAnswer.Kind> kind = one(ANSWER, CaseAnswer.Kind.values());
        if (kind.isEmpty()) {
            refuse(ANSWER, FindingCode.ANSWER_UNKNOWN);
        }
        return kind;
    }

    /** Empty if the answer's own cells are incomplete or foreign cells are filled. */
    Optional<CaseAnswer.Content> content(CaseAnswer.Kind kind) {
        refuseForeign(kind);
        return switch (kind) {
            case ACCEPT -> Optional.of(new CaseAnswer.Accept());
            case DISPUTE -> dispute();
            case EXEMPTION -> exemption().map(CaseAnswer.Exempt::new);
            case APPEAL -> {
                requireWords();
                yield Optional.of(new CaseAnswer.Appeal());
            }
        };
    }

    String words() {
        CharSequence typed = header.value(row, WORDS);
        if (typed.length() > CaseAnswer.LONGEST && typed.codePoints().count() > CaseAnswer.LONGEST) {
            refuse(WORDS, FindingCode.WORDS_TOO_LONG);
            return "";
        }
        return PhoneDigits.masked(CANNOT_BE_SHOWN.matcher(typed).replaceAll(" "));
    }

    Optional<UnitCode> unit() {
        String typed = text(UNIT);
        if (typed.isEmpty() || UnitCode.isCode(typed)) {
            return Optional.of(typed).filter(code -> !code.isEmpty()).map(UnitCode::new);
        }
        refuse(UNIT, FindingCode.UNIT_NOT_REGISTERED);
        return Optional.empty();
    }

    Optional<Salesperson> salesperson() {
        String typed = text(SALESPERSON);
        if (typed.isEmpty() || Salesperson.isSign(typed)) {
            return Optional.of(typed).filter(sign -> !sign.isEmpty()).map(Salesperson::new);
        }
        refuse(SALESPERSON, FindingCode.SALESPERSON_INVALID);
        return Optional.empty();
    }

    private Optional<CaseAnswer.Content> dispute() {
        Optional<DisputeReason> reason = one(DISPUTE, DisputeReason.values());
        if (reason.isEmpty()) {
            refuse(DISPUTE, FindingCode.DISPUTE_UNKNOWN);
        } else if (reason.get() == DisputeReason.OTHER) {
            requireWords();
        }
        return reason.map(CaseAnswer.Dispute::new);
    }

    private void requireWords() {
        if (header.value(row, WORDS).isEmpty()) {
            refuse(WORDS, FindingCode.WORDS_MISSING);
        }
    }

    private void refuseForeign(CaseAnswer.Kind kind) {
        for (CaseAnswerColumn column : CaseAnswerColumn.values()) {
            boolean foreign = column == DISPUTE && kind != CaseAnswer.Kind.DISPUTE
                    || OF_EXEMPTIONS.contains(column) && kind != CaseAnswer.Kind.EXEMPTION
                    || OF_CALLERS.contains(column) && kind == CaseAnswer.Kind.APPEAL;
            if (foreign && !header.value(row, column).isEmpty()) {
                refuse(column, FindingCode.CELL_NOT_FOR_ANSWER);
            }
        }
    }

    private <E extends Enum<E>> Optional<E> one(CaseAnswerColumn column, E[] words) {
        String typed = text(column);
        return Stream.of(words).filter(kind -> kind.name().equals(typed)).findAny();
    }

    private String text(CaseAnswerColumn column) {
        return UploadRow.toAsciiUpperCase(header.value(row, column));
    }

    /** Empty if a cell is missing or invalid. */
    private Optional<Exemption> exemption() {
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

    /** A long reference may contain a phone number, and a masked reference is useless as evidence. */
    private Optional<String> reference() {
        if (isMissing(EVIDENCE_REFERENCE)) {
            return Optional.empty();
        }
        CharSequence typed = header.value(row, EVIDENCE_REFERENCE);
        String reference = typed.length() > 2 * LONGEST_REFERENCE
                ? ""
                : CANNOT_BE_SHOWN.matcher(typed).replaceAll(" ");
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
