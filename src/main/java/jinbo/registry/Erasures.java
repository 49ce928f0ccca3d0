package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records how many numbers were erased, whose blocks had ended before a day, but not which numbers they were. */
@Component
public record Erasures(JdbcClient jdbc, DecisionRecords records) {

    /** After it, lists of days before {@code ended_by} cannot be derived again; {@code intent} is the access's id. */
    @Configuration(proxyBeanMethods = false)
    static class Records {

        static final RecordKind ERASURE = RecordKind.of(
                "erasure",
                Part.row(
                        "erasure", "erasure.id::text", "id ended_by:date erased_at:time numbers registrations intent"));

        @Bean
        RecordKind erasureRecord() {
            return ERASURE;
        }
    }

    void record(AccessPermit permit, LocalDate endedBy, Instant at, ErasureCount erasureCount) {
        records.recordNew(
                Records.ERASURE,
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

    /** The sum of all erasures. */
    public ErasureCount soFar() {
        return jdbc.sql(
                        "select coalesce(sum(numbers), 0)::bigint, coalesce(sum(registrations), 0)::bigint from erasure")
                .query((row, number) -> new ErasureCount(row.getLong(1), row.getLong(2)))
                .single();
    }
}
