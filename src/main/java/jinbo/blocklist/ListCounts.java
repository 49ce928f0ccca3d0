package jinbo.blocklist;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jinbo.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the lists that were sealed. */
@Component
public class ListCounts {

    private final JdbcClient jdbc;

    ListCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of each insurer that has any. */
    public List<ListCount> byInsurer() {
        return jdbc.sql("""
                select insurer,
                       count(*) filter (where manifest_delivered_at is not null and kind = 'full') as full_delivered,
                       count(*) filter (where manifest_delivered_at is not null and kind = 'delta') as deltas_delivered,
                       count(*) filter (where manifest_delivered_at is null) as undelivered,
                       (array_agg(rows order by sequence desc))[1] as rows,
                       (array_agg(entries order by sequence desc))[1] as numbers,
                       max(use_by) filter (where manifest_delivered_at is not null) as use_by,
                       max(manifest_delivered_at) as delivered_at
                from block_list group by insurer order by insurer
                """)
                .query((row, number) -> new ListCount(
                        new InsurerCode(row.getString("insurer")),
                        row.getLong("full_delivered"),
                        row.getLong("deltas_delivered"),
                        row.getLong("undelivered"),
                        row.getLong("rows"),
                        row.getLong("numbers"),
                        Optional.ofNullable(row.getObject("use_by", LocalDate.class)),
                        Optional.ofNullable(row.getObject("delivered_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }
}
