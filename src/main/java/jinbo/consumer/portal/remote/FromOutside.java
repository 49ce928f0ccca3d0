package jinbo.consumer.portal.remote;

import javax.sql.DataSource;
import jinbo.consumer.ConsumerDesk;
import jinbo.consumer.messaging.DeliveryReceipts;

/** What a portal elsewhere asks, through the hatch, until it is closed. */
public final class FromOutside implements AutoCloseable {

    private final AwaitAnswer answer;
    private final Bell bell;

    /** @param dataSource with the login of the portal */
    public FromOutside(DataSource dataSource, HatchSettings settings) {
        this.answer = new AwaitAnswer(new OuterSide(dataSource), settings);
        this.bell = Bell.hang(dataSource, "jinbo_answer", answer::hear);
    }

    /** Where consumers are served. */
    public ConsumerDesk desk() {
        return new RemoteDesk(answer);
    }

    /** Where gateways report. */
    public DeliveryReceipts receipts() {
        return new RemoteReceipts(answer);
    }

    @Override
    public void close() {
        bell.close();
    }
}
