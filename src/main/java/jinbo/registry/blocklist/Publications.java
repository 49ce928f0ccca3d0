package jinbo.registry.blocklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of publications. */
@Component
public record Publications(JdbcClient jdbc) {

    public Publication begin(Instant asOf, LocalDate useBy, long revision) {
        long id = jdbc.sql("insert into publication (as_of, use_by, revision) values (?, ?, ?) returning id")
                .params(asOf.atOffset(ZoneOffset.UTC), useBy, revision)
                .query(Long.class)
                .single();
        return new Publication(id, asOf, useBy, revision);
    }

    public Publication get(long id) {
        return jdbc.sql("select id, as_of, use_by, revision from publication where id = ?")
                .param(id)
                .query(Publication.class)
                .single();
    }
}
