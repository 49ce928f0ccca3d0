package jinbo.registry;

import jinbo.accesslog.StoredHashes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The years in which registrations were made; the log has a digest over the hashes of each of their batches. */
@Component
record RegistrationYears(JdbcClient jdbc) implements StoredHashes {

    @Override
    public boolean existFor(int year) {
        return jdbc.sql("select exists (select from registration_batch where extract(year from registered_on) = ?)")
                .param(year)
                .query(Boolean.class)
                .single();
    }
}
