package jinbo.exchange.format;

import java.time.LocalDate;
import java.util.Comparator;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/** A number that the receiving insurer must not call to sell a line of business; {@code expiresOn} is exclusive. */
public record BlockListEntry(Mobile mobile, LineCode line, LocalDate effectiveOn, LocalDate expiresOn) {

    /** The order in a list: by number, then by line of business. */
    public static final Comparator<BlockListEntry> ORDER =
            Comparator.comparing(BlockListEntry::mobile).thenComparing(BlockListEntry::line);

    public BlockListEntry {
        requireBlock(effectiveOn, expiresOn);
    }

    static void requireBlock(LocalDate effectiveOn, LocalDate expiresOn) {
        if (!effectiveOn.isBefore(expiresOn)) {
            throw new IllegalArgumentException(
                    "A block from " + effectiveOn + " to before " + expiresOn + " has no day");
        }
        if (effectiveOn.getYear() < 1000 || expiresOn.getYear() > 9999) {
            throw new IllegalArgumentException("Years have four digits, not as in " + effectiveOn + ", " + expiresOn);
        }
    }
}
