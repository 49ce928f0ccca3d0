package jinbo.batch.collect;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.InboundFileName;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;

/**
 * Says when an upload counts as received that is ingested again after a restore: at the drop's time of the file, which an SFTP
 * rename keeps, but not before the day in its name and never after now; so the block begins when the insurer was told
 * ({@code exchange-formats/receipt/v1/README.md}).
 */
final class TimeOfReceipt {

    private TimeOfReceipt() {}

    static Instant ofLost(String name, InsurerCode insurer, Instant modified, Instant now) {
        Instant written = modified.isAfter(now) ? now : modified;
        Instant notBefore = dayIn(name, insurer, written)
                .or(() -> dayIn(name, insurer, now))
                .orElse(written);
        return notBefore.isAfter(written) ? notBefore : written;
    }

    private static Optional<Instant> dayIn(String name, InsurerCode insurer, Instant at) {
        return InboundFileName.parse(name, insurer, BusinessTime.dateOf(at)) instanceof InboundFileName.Valid valid
                ? Optional.of(
                        valid.name().date().atStartOfDay(BusinessTime.ZONE).toInstant())
                : Optional.empty();
    }
}
