package jinbo.batch.schedule;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long the runs of each job took, day by day. */
@Component
public record LongestRuns(JdbcClient jdbc) {

    /** By job, the longest run of each day of business time since one. */
    public Map<String, Map<LocalDate, Duration>> byDay(LocalDate since) {
        Map<String, Map<LocalDate, Duration>> longest = new TreeMap<>();
        jdbc.sql("""
                select job, (began_at at time zone ?)::date as day, max(extract(epoch from ended_at - began_at)) as seconds
                from scheduled_run where began_at >= ? and ended_at is not null and outcome in ('DONE', 'LEFT') group by 1, 2
                """)
                .params(
                        BusinessTime.ZONE.getId(),
                        since.atStartOfDay(BusinessTime.ZONE).toOffsetDateTime())
                .query(row -> {
                    longest.computeIfAbsent(row.getString("job"), job -> new TreeMap<>())
                            .put(
                                    row.getObject("day", LocalDate.class),
                                    Duration.ofMillis(Math.round(1000 * row.getDouble("seconds"))));
                });
        return longest;
    }
}
