package jinbo.registry.inbound;

import java.time.Instant;
import java.util.Optional;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.insurer.InsurerCode;

/** A filter for inbound files. An empty criterion matches every file; {@code until} is exclusive. */
public record InboundFileFilter(
        Optional<InsurerCode> insurer,
        Optional<ReceiptStatus> status,
        Optional<String> name,
        Optional<Instant> from,
        Optional<Instant> until,
        Order order,
        boolean descending) {

    /** The order of the files found. Files that are equal in this order are sorted newest first. */
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
