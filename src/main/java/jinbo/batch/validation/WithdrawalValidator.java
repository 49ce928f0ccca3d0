package jinbo.batch.validation;

import java.io.IOException;
import java.io.InputStream;
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

/** Validates uploads of withdrawals by their text; rows without effect are counted later ({@link Tally#refusing}). */
public record WithdrawalValidator(InsurerCode insurer, UploadLimits limits) {

    /** Validates a stream. It is read to its end only if the result is {@link UploadValidationResult.Complete}. */
    public UploadValidationResult validate(InputStream clear, UploadEncoding encoding, RowSink<WithdrawalRow> sink)
            throws IOException {
        return new UploadReader(encoding, limits)
                .read(clear, WithdrawalColumn.values(), header -> new WithdrawalRules(header, sink, insurer));
    }

    /** The rules of {@code exchange-formats/withdrawals/v1/README.md} that need only the file. */
    private static final class WithdrawalRules extends RowRules<WithdrawalColumn, WithdrawalRow> {

        private static final int FIRST_ROW = 2;
        private static final int MAX_REASON_LENGTH = 200;
        private static final Pattern WHOLE_NUMBER = Pattern.compile("[1-9][0-9]{0,9}");
        private static final Pattern LINE_BREAKS_AND_TABS = Pattern.compile("[\\t\\n\\r\\u2028\\u2029]+");

        private final InsurerCode insurer;
        private String lastTyped = "";
        private Optional<String> lastStem = Optional.empty();

        WithdrawalRules(Header<WithdrawalColumn> header, RowSink<WithdrawalRow> sink, InsurerCode insurer) {
            super(header, sink);
            this.insurer = insurer;
        }

        @Override
        Optional<WithdrawalRow> read(UploadRow row) {
            Optional<String> file = stem(row);
            OptionalInt withdrawnLine = withdrawnLine(row);
            String reason = reason(row);
            return refusals.isEmpty()
                    ? Optional.of(new WithdrawalRow(row.line(), file.orElseThrow(), withdrawnLine, reason))
                    : Optional.empty();
        }

        /** Reads the stem; the last one is remembered, because usually many rows in succession name the same file. */
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
            if (typed.length() > MAX_REASON_LENGTH && typed.codePoints().count() > MAX_REASON_LENGTH) {
                refuse(row, WithdrawalColumn.REASON, FindingCode.REASON_TOO_LONG);
                return "";
            }
            return PhoneDigits.masked(LINE_BREAKS_AND_TABS.matcher(typed).replaceAll(" "));
        }
    }

    /**
     * A valid row of withdrawals; only the registry knows whether the upload and its row exist.
     *
     * @param file the stem of the upload of complaints, for example {@code complaints-YUNHE-20261012-001}
     * @param withdrawnLine the line in that upload, at least 2; empty for all rows
     * @param reason one line with phone numbers masked as {@code ***}; may be empty
     */
    public record WithdrawalRow(int line, String file, OptionalInt withdrawnLine, String reason) {

        public Finding fileUnknown() {
            return Finding.atColumn(line, WithdrawalColumn.FILE, FindingCode.FILE_UNKNOWN);
        }

        public Finding lineUnknown() {
            return Finding.atColumn(line, WithdrawalColumn.LINE, FindingCode.LINE_UNKNOWN);
        }

        /** The row (or all accepted rows of the upload) was withdrawn before, possibly by this file. */
        public Finding alreadyWithdrawn() {
            WithdrawalColumn named = withdrawnLine.isPresent() ? WithdrawalColumn.LINE : WithdrawalColumn.FILE;
            return Finding.atColumn(line, named, FindingCode.ALREADY_WITHDRAWN);
        }
    }
}
