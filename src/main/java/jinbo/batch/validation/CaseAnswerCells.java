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
import java.util.function.Function;
import java.util.function.Predicate;
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

/** Reads the cells of one row of an upload with answers in cases, and adds faults to the refusals. */
record CaseAnswerCells(Header<CaseAnswerColumn> header, UploadRow row, List<Finding> refusals) {

    /** Sorts findings by the columns in the order of the format's page, whatever their order in the file. */
    static final Comparator<Finding> IN_ORDER_OF_COLUMNS = Comparator.comparingInt(finding -> finding.column()
            .map(title ->
                    CaseAnswerColumn.valueOf(title.toUpperCase(Locale.ROOT)).ordinal())
            .orElse(0));

    /** A limit for a case number with blanks and hyphens. */
    private static final int MAX_NUMBER_LENGTH = 40;

    private static final int MAX_REFERENCE_LENGTH = 40;

    /** Characters that are not displayed, also those that change the writing direction, which could disguise a text. */
    private static final Pattern CANNOT_BE_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private static final Set<CaseAnswerColumn> OF_EXEMPTIONS =
            EnumSet.of(POLICY_FROM, POLICY_UNTIL, SOLD_BY_TELEPHONE, SERVICE_CALL, EVIDENCE_REFERENCE);
    private static final Set<CaseAnswerColumn> OF_CALLERS = EnumSet.of(UNIT, SALESPERSON);

    Optional<CaseNumber> number() {
        CharSequence typed = header.value(row, CASE);
        Optional<CaseNumber> number =
                typed.length() > MAX_NUMBER_LENGTH ? Optional.empty() : CaseNumber.typed(typed.toString());
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

    /** Returns the answer; empty if its cells are incomplete, or cells of another kind are filled. */
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
        return optional(UNIT, UnitCode::isCode, UnitCode::new, FindingCode.UNIT_NOT_REGISTERED);
    }

    Optional<Salesperson> salesperson() {
        return optional(SALESPERSON, Salesperson::isSign, Salesperson::new, FindingCode.SALESPERSON_INVALID);
    }

    private <T> Optional<T> optional(
            CaseAnswerColumn column, Predicate<String> isValid, Function<String, T> read, FindingCode fault) {
        String typed = text(column);
        if (!typed.isEmpty() && !isValid.test(typed)) {
            refuse(column, fault);
            return Optional.empty();
        }
        return Optional.of(typed).filter(text -> !text.isEmpty()).map(read);
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

    private <E extends Enum<E>> Optional<E> one(CaseAnswerColumn column, E[] values) {
        String typed = text(column);
        return Stream.of(values).filter(kind -> kind.name().equals(typed)).findAny();
    }

    private String text(CaseAnswerColumn column) {
        return UploadRow.toAsciiUpperCase(header.value(row, column));
    }

    /** Returns the exemption; empty if a cell is missing or invalid. */
    private Optional<Exemption> exemption() {
        Optional<LocalDate> from = required(POLICY_FROM, IsoDateParser::read, FindingCode.DATE_INVALID);
        Optional<LocalDate> until = required(POLICY_UNTIL, IsoDateParser::read, FindingCode.DATE_INVALID);
        Optional<Consent> sold = required(SOLD_BY_TELEPHONE, Consent::of, FindingCode.FLAG_UNKNOWN);
        Optional<Consent> service = required(SERVICE_CALL, Consent::of, FindingCode.FLAG_UNKNOWN);
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
                sold.orElseThrow() == Consent.Y,
                service.orElseThrow() == Consent.Y,
                reference.orElseThrow()));
    }

    private <T> Optional<T> required(
            CaseAnswerColumn column, Function<CharSequence, Optional<T>> parser, FindingCode fault) {
        if (isMissing(column)) {
            return Optional.empty();
        }
        Optional<T> value = parser.apply(header.value(row, column));
        if (value.isEmpty()) {
            refuse(column, fault);
        }
        return value;
    }

    /** Refuses a reference that could contain a phone number, because a masked reference is useless as evidence. */
    private Optional<String> reference() {
        if (isMissing(EVIDENCE_REFERENCE)) {
            return Optional.empty();
        }
        CharSequence typed = header.value(row, EVIDENCE_REFERENCE);
        String reference = typed.length() > 2 * MAX_REFERENCE_LENGTH
                ? ""
                : CANNOT_BE_SHOWN.matcher(typed).replaceAll(" ");
        if (reference.isBlank()
                || reference.codePointCount(0, reference.length()) > MAX_REFERENCE_LENGTH
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
