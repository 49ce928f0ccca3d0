package jinbo.registry.inbound;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.insurer.InsurerCode;

/**
 * Which files are looked for, and in which order; what is absent matches every file.
 *
 * @param name part of the name that is shown
 * @param from first instant at which they came
 * @param until first instant that no longer counts
 */
public record InboundFileFilter(
        Optional<InsurerCode> insurer,
        Optional<ReceiptStatus> status,
        Optional<String> name,
        Optional<Instant> from,
        Optional<Instant> until,
        Order order,
        boolean descending) {

    /** By what they are sorted; files of equal value the newest first. */
    public enum Order {
        RECEIVED("id"),
        ROWS("rows"),
        REFUSED("refused");

        private final String column;

        Order(String column) {
            this.column = column;
        }
    }

    String orderBy() {
        return order.column + (descending ? " desc" : "") + ", id desc";
    }
}
