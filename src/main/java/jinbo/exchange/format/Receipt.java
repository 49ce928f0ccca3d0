package jinbo.exchange.format;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The answer to an inbound file ({@code exchange-formats/receipt/v1/README.md}).
 *
 * @param file name of the file, or {@link AnswerFileNames#invalidStem} for one whose name is invalid
 * @param sha256 of the file's bytes as received, 64 lower-case hex digits
 * @param effectiveOn first day of the blocks that came of it; empty if none did
 * @param accessLogCheckpoint a signed head of the access log (C2SP tlog-checkpoint) that covers the entry; older receipts have
 *     none
 */
public record Receipt(
        String file,
        String sha256,
        Instant receivedAt,
        ReceiptStatus status,
        Tally tally,
        Optional<LocalDate> effectiveOn,
        long accessLogIndex,
        Optional<String> accessLogCheckpoint) {

    public static final String FORMAT = "receipt/v1";

    /**
     * @throws IllegalArgumentException if a held or refused file is said to have accepted rows, or status and counts
     *     disagree
     */
    public Receipt {
        boolean taken = status == ReceiptStatus.ACCEPTED || status == ReceiptStatus.PARTLY_ACCEPTED;
        boolean agrees = taken ? status == tally.status() : tally.accepted() == 0;
        if (!agrees) {
            throw new IllegalArgumentException("A receipt that says %s cannot count %d accepted and %d refused rows"
                    .formatted(status, tally.accepted(), tally.refused()));
        }
        Hex.requireSha256("sha256", sha256);
    }
}
