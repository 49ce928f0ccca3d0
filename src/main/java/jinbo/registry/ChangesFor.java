package jinbo.registry;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import jinbo.insurer.Insurer;
import jinbo.mobile.Mobile;

/**
 * Tells what has changed for one insurer between two moments, from the histories of the numbers that may have.
 *
 * @param insurer for whom
 * @param before the earlier moment
 * @param after the later one
 */
record ChangesFor(Insurer insurer, Moment before, Moment after) {

    /** @return how many have changed */
    long tell(Histories histories, Consumer<BlockChange> consumer) throws SQLException {
        long changed = 0;
        while (histories.mobile() != Histories.END) {
            Mobile mobile = new Mobile(histories.mobile());
            NumberHistory history = histories.next();
            Optional<Interval> then = told(history, before);
            Optional<Interval> now = told(history, after);
            if (!then.equals(now)) {
                consumer.accept(new BlockChange(mobile, then, now));
                changed++;
            }
        }
        return changed;
    }

    private Optional<Interval> told(NumberHistory history, Moment moment) {
        return history.asOf(moment.revision())
                .of(insurer.id(), insurer.sector())
                .filter(ban -> ban.isToBeTold(moment.day()));
    }
}
