package jinbo.batch.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.format.UploadColumn.WithdrawalColumn;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.phone.PhoneDigits;

/**
 * Judges the rows of one file of withdrawals by those rules of {@code exchange-formats/withdrawals/v1/README.md} that need
 * nothing but the file.
 */
final class WithdrawalRules implements RowRules {

    private static final int FIRST_ROW = 2;
    private static final int LONGEST_REASON = 200;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[1-9][0-9]{0,9}");
    private static final Pattern LINE_BREAKS_AND_TABS = Pattern.compile("[\\t\\n\\r\\u2028\\u2029]+");

    private final Header<WithdrawalColumn> header;
    private final InsurerCode insurer;
    private final RowCounter<WithdrawalRow> ledger;
    private final List<Finding> refusals = new ArrayList<>();
    private String lastTyped = "";
    private Optional<String> lastStem = Optional.empty();

    WithdrawalRules(Header<WithdrawalColumn> header, InsurerCode insurer, RowCounter<WithdrawalRow> ledger) {
        this.header = header;
        this.insurer = insurer;
        this.ledger = ledger;
    }

    @Override
    public void judge(UploadRow row) throws IOException {
        refusals.clear();
        if (row.broken() || !header.fits(row)) {
            refusals.add(Finding.atLine(row.line(), FindingCode.ROW_SHAPE));
            ledger.refuse(refusals);
            return;
        }
        Optional<String> file = stem(row);
        OptionalInt withdrawnLine = withdrawnLine(row);
        String reason = reason(row);
        if (refusals.isEmpty()) {
            ledger.accept(new WithdrawalRow(row.line(), file.orElseThrow(), withdrawnLine, reason), List.of());
        } else {
            ledger.refuse(refusals);
        }
    }

    @Override
    public UploadValidationResult.Complete result() {
        return new UploadValidationResult.Complete(ledger.tally(), 0);
    }

    /** Row after row names the same file as a rule, so its name is taken apart once. */
    private Optional<String> stem(UploadRow row) {
        CharSequence typed = header.value(row, WithdrawalColumn.FILE);
        if (!lastTyped.contentEquals(typed)) {
            lastTyped = typed.toString();
            lastStem = InboundFileName.parseMentioned(lastTyped)
                    .filter(name ->
                            name.kind() == FileKind.COMPLAINTS && name.insurer().equals(insurer))
                    .map(InboundFileName::stem);
        }
        if (lastStem.isEmpty()) {
            refuse(row, WithdrawalColumn.FILE, FindingCode.FILE_UNKNOWN);
        }
        return lastStem;
    }

    private OptionalInt withdrawnLine(UploadRow row) {
        CharSequence typed = header.value(row, WithdrawalColumn.LINE);
        if (typed.isEmpty()) {
            return OptionalInt.empty();
        }
        long number = WHOLE_NUMBER.matcher(typed).matches() ? Long.parseLong(typed, 0, typed.length(), 10) : 0;
        if (number < FIRST_ROW || number > Integer.MAX_VALUE) {
            refuse(row, WithdrawalColumn.LINE, FindingCode.LINE_UNKNOWN);
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) number);
    }

    private String reason(UploadRow row) {
        CharSequence typed = header.value(row, WithdrawalColumn.REASON);
        if (typed.isEmpty()) {
            return "";
        }
        if (typed.length() > LONGEST_REASON && typed.codePoints().count() > LONGEST_REASON) {
            refuse(row, WithdrawalColumn.REASON, FindingCode.REASON_TOO_LONG);
            return "";
        }
        return PhoneDigits.masked(LINE_BREAKS_AND_TABS.matcher(typed).replaceAll(" "));
    }

    private void refuse(UploadRow row, WithdrawalColumn column, FindingCode code) {
        refusals.add(Finding.atColumn(row.line(), column, code));
    }
}
