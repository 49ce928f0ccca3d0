package jinbo.batch.validation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.InboundFileName;
import jinbo.exchange.format.Tally;
import jinbo.exchange.format.UploadColumn.WithdrawalColumn;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.phone.PhoneDigits;

/**
 * Judges a file of withdrawals from its clear text, in one pass and without keeping its rows. What only the registry knows, it
 * leaves open: rows that turn out to take back nothing are added to the refused ones with {@link Tally#refusing}.
 *
 * @param insurer whose file it is; it can take back its own uploads only
 */
public record WithdrawalValidator(InsurerCode insurer, UploadLimits limits) {

    /**
     * Reads a file. The stream is read to its end only if the answer is {@link UploadValidationResult.Complete}; for any other the caller, who
     * has a signature to check there, reads on. The stream is not closed.
     *
     * @param clear the bytes that were inside the envelope
     * @param encoding what to read the file as if it has no byte order mark: {@link UploadEncoding#UTF_8} first, then what
     *     {@link UploadValidationResult.RetryWithEncoding} says
     * @throws IOException what the stream or the sink throws; never because of what the file says
     */
    public UploadValidationResult judge(InputStream clear, UploadEncoding encoding, RowSink<WithdrawalRow> sink)
            throws IOException {
        return new UploadReader(encoding, limits)
                .read(
                        clear,
                        WithdrawalColumn.values(),
                        header -> new WithdrawalRules(header, insurer, new RowCounter<>(sink)));
    }

    /**
     * Judges the rows of one file of withdrawals by those rules of {@code exchange-formats/withdrawals/v1/README.md}
     * that need nothing but the file.
     */
    static final class WithdrawalRules implements RowRules {

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
                        .filter(name -> name.kind() == FileKind.COMPLAINTS
                                && name.insurer().equals(insurer))
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
}
