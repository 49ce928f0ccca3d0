package jinbo.registry;

import java.time.LocalDate;
import jinbo.accesslog.StoredHashes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The years in which registrations were made; the log has a digest over the hashes of each of their batches. */
@Component
record RegistrationYears(JdbcClient jdbc) implements StoredHashes {

    @Override
    public boolean existFor(int year) {
        LocalDate january = LocalDate.of(year, 1, 1);
        return jdbc.sql("select exists (select from registration_batch where registered_on between ? and ?)")
                .params(january, january.plusYears(1).minusDays(1))
                .query(Boolean.class)
                .single();
    }
}
