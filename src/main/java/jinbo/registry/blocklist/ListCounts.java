package jinbo.registry.blocklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of lists and their entries, for metrics and reports. */
@Component
public record ListCounts(JdbcClient jdbc) {

    public List<ListCount> byInsurer() {
        return jdbc.sql("""
            select c.*, l.business_lines, l.entries_by_line
            from (select insurer,
                   count(*) filter (where manifest_delivered_at is not null and kind = 'full') as full_delivered,
                   count(*) filter (where manifest_delivered_at is not null and kind = 'delta') as deltas_delivered,
                   count(*) filter (where manifest_delivered_at is null) as undelivered,
                   (array_agg(rows order by sequence desc))[1] as rows,
                   max(sequence) as newest,
                   max(use_by) filter (where manifest_delivered_at is not null) as use_by,
                   max(manifest_delivered_at) as delivered_at
            from block_list group by insurer) c
            join block_list l on l.insurer = c.insurer and l.sequence = c.newest
            order by c.insurer
            """)
                .query((row, number) -> new ListCount(
                        new InsurerCode(row.getString("insurer")),
                        row.getLong("full_delivered"),
                        row.getLong("deltas_delivered"),
                        row.getLong("undelivered"),
                        row.getLong("rows"),
                        BlockLists.entriesByLine(row),
                        Optional.ofNullable(row.getObject("use_by", LocalDate.class)),
                        Optional.ofNullable(row.getObject("delivered_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** For each insurer, the number of entries after the newest list that was delivered before an instant. */
    public Map<InsurerCode, Long> entriesDeliveredBefore(Instant time) {
        return jdbc
                .sql("""
                    select distinct on (insurer) insurer, entries from block_list
                    where manifest_delivered_at < ? order by insurer, sequence desc
                    """)
                .param(time.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Map.entry(new InsurerCode(row.getString("insurer")), row.getLong("entries")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Counts of an insurer's lists.
     *
     * @param undelivered how many lists wait for delivery
     * @param rows the rows of the newest list
     * @param numbersByLine how many numbers are blocked in each line once the newest list is applied
     */
    public record ListCount(
            InsurerCode insurer,
            long fullDelivered,
            long deltasDelivered,
            long undelivered,
            long rows,
            SortedMap<LineCode, Long> numbersByLine,
            Optional<LocalDate> useBy,
            Optional<Instant> deliveredAt) {}
}
