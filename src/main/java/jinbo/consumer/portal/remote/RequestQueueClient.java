package jinbo.consumer.portal.remote;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The request queue as a portal elsewhere reaches it: the three functions that its role may call. */
record RequestQueueClient(JdbcClient jdbc) {

    void put(UUID request, String json, Duration within) {
        jdbc.sql("select put_portal_request(?, ?, ?)")
                .params(request, json, Math.toIntExact(within.toMillis()))
                .query((row, number) -> true)
                .single();
    }

    /** @return whether nobody has taken it, so that it will not be done */
    boolean withdraw(UUID request) {
        return jdbc.sql("select withdraw_portal_request(?)")
                .param(request)
                .query(Boolean.class)
                .single();
    }

    /** The answer, once; empty while there is none. */
    Optional<String> takeAnswer(UUID request) {
        return jdbc.sql("select take_portal_response(?)")
                .param(request)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
