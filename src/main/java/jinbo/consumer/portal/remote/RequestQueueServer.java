package jinbo.consumer.portal.remote;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The request queue as the exchange reaches it. */
@Component
record RequestQueueServer(JdbcClient jdbc) {

    /** An ask as it lay there; it is gone from there, and nobody else has it. */
    record Taken(UUID request, String json) {

        /** Not what is asked. */
        @Override
        public String toString() {
            return "Taken[" + request + "]";
        }
    }

    /** Takes asks that somebody waits for, the oldest first. */
    List<Taken> take(int atMost) {
        return jdbc.sql("select of_request, content from take_portal_requests(?)")
                .param(atMost)
                .query((row, number) -> new Taken(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    void putAnswer(UUID request, String json) {
        jdbc.sql("select put_portal_response(?, ?)")
                .params(request, json)
                .query((row, number) -> true)
                .single();
    }

    void forget() {
        jdbc.sql("select remove_expired_portal_rows()")
                .query((row, number) -> true)
                .single();
    }

    /** Ends the portal's sessions that stay in a transaction. */
    long terminateTransactionsOver(Duration length) {
        return jdbc.sql("select end_long_portal_transactions(?)")
                .param(Math.toIntExact(length.toMillis()))
                .query(Long.class)
                .single();
    }
}
