package jinbo.registry;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The same few hundred dates for millions of blocks and registrations. */
final class DayCache {

    private final AtomicReferenceArray<@Nullable LocalDate> dates = new AtomicReferenceArray<>(1 << 15);

    /** The date so many days after the beginning of 2000. */
    LocalDate of(int day) {
        if (day < 0 || day >= dates.length()) {
            return PackedInterval.date(day);
        }
        LocalDate kept = dates.get(day);
        if (kept != null) {
            return kept;
        }
        LocalDate date = PackedInterval.date(day);
        dates.set(day, date);
        return date;
    }
}
