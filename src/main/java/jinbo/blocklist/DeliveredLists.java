package jinbo.blocklist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import jinbo.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What insurers could have applied by now. */
@Component
public class DeliveredLists {

    private final JdbcClient jdbc;

    DeliveredLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The first list of an insurer above a sequence that was delivered at an instant or later.
     *
     * @param above the highest sequence that is known to be applied; 0 if none is
     */
    public Optional<DeliveredList> first(InsurerCode insurer, int above, Instant since) {
        return jdbc.sql("""
                select sequence, manifest_delivered_at from block_list
                where insurer = ? and sequence > ? and manifest_delivered_at >= ? order by sequence limit 1
                """)
                .params(insurer.value(), above, since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new DeliveredList(
                        row.getInt("sequence"),
                        row.getObject("manifest_delivered_at", OffsetDateTime.class)
                                .toInstant()))
                .optional();
    }
}
