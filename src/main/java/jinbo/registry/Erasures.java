package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.DecisionRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers how many numbers were erased, and up to which end; nothing about which. */
@Component
public record Erasures(JdbcClient jdbc, DecisionRecords records) {

    void record(AccessPermit permit, LocalDate endedBy, Instant at, ErasureCount erasureCount) {
        records.recordNew(
                ErasureRecords.ERASURE,
                permit.access().actor(),
                () -> jdbc.sql(
                                "insert into erasure (ended_by, erased_at, numbers, registrations, intent) values (?, ?, ?, ?, ?) returning id::text")
                        .params(
                                endedBy,
                                at.atOffset(ZoneOffset.UTC),
                                erasureCount.numbers(),
                                erasureCount.registrations(),
                                permit.accessId())
                        .query(String.class)
                        .single());
    }

    public ErasureCount soFar() {
        return jdbc.sql(
                        "select coalesce(sum(numbers), 0)::bigint, coalesce(sum(registrations), 0)::bigint from erasure")
                .query((row, number) -> new ErasureCount(row.getLong(1), row.getLong(2)))
                .single();
    }
}
