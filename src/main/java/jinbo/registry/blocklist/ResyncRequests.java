package jinbo.registry.blocklist;

import java.time.Instant;
import java.time.ZoneOffset;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import jinbo.exchange.format.Resync;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of insurers' requests for a full list. */
@Component
public record ResyncRequests(JdbcClient jdbc, BlockLists lists, DecisionRecords records) {

    /** Records an insurer's request for a full list; it is open until the next full list. */
    public void record(long inboundFile, Resync resync, Instant receivedAt) {
        records.record(
                ListRecords.RESYNC,
                Long.toString(inboundFile),
                Actor.batch(),
                () -> jdbc.sql("""
                insert into resync_request (inbound_file, insurer, requested_at, received_at, newest_sequence, reason)
                values (?, ?, ?, ?, ?, ?)
                """)
                        .params(
                                inboundFile,
                                resync.insurer().value(),
                                resync.requestedAt().atOffset(ZoneOffset.UTC),
                                receivedAt.atOffset(ZoneOffset.UTC),
                                lists.next(resync.insurer()).sequence() - 1,
                                resync.reasonWithoutNumbers())
                        .update());
    }
}
