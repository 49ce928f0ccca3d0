package jinbo.registry.blocklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records the runs of publishing. */
@Component
public class Publications {

    private final JdbcClient jdbc;

    Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records a run. */
    public Publication begin(Instant asOf, LocalDate useBy, long revision) {
        long id = jdbc.sql("insert into publication (as_of, use_by, revision) values (?, ?, ?) returning id")
                .params(asOf.atOffset(ZoneOffset.UTC), useBy, revision)
                .query(Long.class)
                .single();
        return new Publication(id, asOf, useBy, revision);
    }
}
