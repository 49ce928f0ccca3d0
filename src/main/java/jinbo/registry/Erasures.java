package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers how many numbers were erased, and up to which end; nothing about which. */
@Component
public class Erasures {

    private final JdbcClient jdbc;

    Erasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(LocalDate endedBy, Instant at, Erased erased) {
        jdbc.sql("insert into erasure (ended_by, erased_at, numbers, acts) values (?, ?, ?, ?)")
                .params(endedBy, at.atOffset(ZoneOffset.UTC), erased.numbers(), erased.acts())
                .update();
    }

    /** Everything that was ever erased. */
    public Erased soFar() {
        return jdbc.sql("select coalesce(sum(numbers), 0)::bigint, coalesce(sum(acts), 0)::bigint from erasure")
                .query((row, number) -> new Erased(row.getLong(1), row.getLong(2)))
                .single();
    }
}
