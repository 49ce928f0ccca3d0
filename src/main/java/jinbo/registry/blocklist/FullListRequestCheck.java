package jinbo.registry.blocklist;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says whether an insurer has asked for its whole list, or holds another one than the association, since it got the last full
 * one. Sequences are compared and no times, for clocks may differ and stand still.
 */
@Component
public record FullListRequestCheck(JdbcClient jdbc) {

    private static final String LAST_FULL =
            "(select coalesce(max(sequence), 0) from block_list where insurer = :insurer and kind = 'full')";

    private static final String RESYNC = "select exists (select from resync_request"
            + " where insurer = :insurer and newest_sequence >= " + LAST_FULL + ")";

    /** A later word on the same list, or on one after it, that agrees says that all is well again. */
    private static final String DIFFERS = "select coalesce((select not agrees from acknowledgement"
            + " where insurer = :insurer and sequence >= " + LAST_FULL
            + " order by sequence desc, inbound_file desc limit 1), false)";

    /** Why the insurer's next list must be a full one: {@code RESYNC} or {@code LIST_DIFFERS}; empty if it need not. */
    public Optional<FullListPolicy.Reason> reason(InsurerCode insurer) {
        if (is(RESYNC, insurer)) {
            return Optional.of(FullListPolicy.Reason.RESYNC);
        }
        return is(DIFFERS, insurer) ? Optional.of(FullListPolicy.Reason.LIST_DIFFERS) : Optional.empty();
    }

    private boolean is(String question, InsurerCode insurer) {
        return jdbc.sql(question)
                .param("insurer", insurer.value())
                .query(Boolean.class)
                .single();
    }
}
