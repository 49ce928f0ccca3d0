package jinbo.registry.blocklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ListKind;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the block lists that had been delivered to an insurer at some time. */
@Component
public record DeliveredLists(JdbcClient jdbc) {

    /** The lists that were delivered to an insurer at or before an instant, the highest sequence first. */
    public List<DeliveredList> by(InsurerCode insurer, Instant at) {
        return jdbc.sql("""
            select * from block_list where insurer = ? and manifest_delivered_at <= ? order by sequence desc
            """)
                .params(insurer.value(), at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> list(insurer, row))
                .list();
    }

    /** Of the lists delivered at or after {@code since}, the one with the lowest sequence higher than {@code above}. */
    public Optional<DeliveredList> first(InsurerCode insurer, int above, Instant since) {
        return jdbc.sql("""
            select * from block_list
            where insurer = ? and sequence > ? and manifest_delivered_at >= ? order by sequence limit 1
            """)
                .params(insurer.value(), above, since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> list(insurer, row))
                .optional();
    }

    private static DeliveredList list(InsurerCode insurer, ResultSet row) throws SQLException {
        return new DeliveredList(
                new BlockListFileName(
                        insurer,
                        row.getInt("sequence"),
                        ListKind.of(row.getString("kind")).orElseThrow()),
                row.getLong("revision"),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getObject("manifest_delivered_at", OffsetDateTime.class).toInstant());
    }

    /** @param deliveredAt when both the list and its manifest were on the drop */
    public record DeliveredList(BlockListFileName name, long revision, Instant asOf, Instant deliveredAt) {

        public int sequence() {
            return name.sequence();
        }
    }
}
