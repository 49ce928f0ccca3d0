package jinbo.registry.inbound;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of inbound files and findings, for metrics and reports. */
@Component
public record InboundCounts(JdbcClient jdbc) {

    public List<InboundCount> byVerdict() {
        return jdbc.sql("""
            select insurer, status, count(*) as files, sum(accepted) as accepted, sum(refused) as refused,
                   max(received_at) filter (where starts_with(stem, 'complaints-') and name_fault is null) as last_upload
            from inbound_file group by insurer, status order by insurer, status
            """)
                .query((row, number) -> new InboundCount(
                        new InsurerCode(row.getString("insurer")),
                        Optional.ofNullable(row.getString("status")).map(ReceiptStatus::valueOf),
                        row.getLong("files"),
                        row.getLong("accepted"),
                        row.getLong("refused"),
                        Optional.ofNullable(row.getObject("last_upload", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** Days without files are left out. The rows of held files are neither accepted nor refused. */
    public List<DailyCount> byDay(LocalDate since) {
        return jdbc.sql("""
            select (received_at at time zone ?)::date as day, count(*) as files, coalesce(sum(accepted), 0) as accepted,
                   coalesce(sum(refused) filter (where status <> 'HELD'), 0) as refused,
                   coalesce(sum(rows) filter (where status = 'HELD'), 0) as held
            from inbound_file where received_at >= ? group by 1 order by 1
            """)
                .params(
                        BusinessTime.ZONE.getId(),
                        since.atStartOfDay(BusinessTime.ZONE).toOffsetDateTime())
                .query(DailyCount.class)
                .list();
    }

    public Map<FindingCode, Long> findings() {
        Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);
        jdbc.sql("""
            select c.key, sum(c.value::bigint) from inbound_file f cross join lateral jsonb_each_text(f.finding_counts) c
            group by c.key
            """).query(row -> {
            counts.put(FindingCode.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    public record DailyCount(LocalDate day, long files, long accepted, long refused, long held) {}

    /** How many files of an insurer have the same verdict (or none), and the newest upload of complaints among them. */
    public record InboundCount(
            InsurerCode insurer,
            Optional<ReceiptStatus> verdict,
            long files,
            long accepted,
            long refused,
            Optional<Instant> lastUploadAt) {}
}
