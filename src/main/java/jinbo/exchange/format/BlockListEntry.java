package jinbo.exchange.format;

import java.time.LocalDate;
import java.util.Comparator;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/**
 * A number that the insurer who gets the list may not call to sell something of one line of business.
 *
 * @param effectiveOn first day of the block
 * @param expiresOn first day after it
 */
public record BlockListEntry(Mobile mobile, LineCode line, LocalDate effectiveOn, LocalDate expiresOn) {

    /** As a list has them: by number, and for one number by line of business. */
    public static final Comparator<BlockListEntry> ORDER =
            Comparator.comparing(BlockListEntry::mobile).thenComparing(BlockListEntry::line);

    /** @throws IllegalArgumentException if the block has no day, or a year has not four digits */
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
