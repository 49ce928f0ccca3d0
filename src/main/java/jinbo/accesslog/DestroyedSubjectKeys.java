package jinbo.accesslog;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Destroys the keys of past years' keyed hashes and records it; a key that is missing without a record is lost. */
@Component
public record DestroyedSubjectKeys(JdbcClient jdbc, DecisionRecords records, SubjectKeys keys, Clock clock) {

    public Set<Integer> years() {
        Set<Integer> years = new HashSet<>(keys.markedDestroyed());
        years.addAll(jdbc.sql("select epoch::int from destroyed_subject_key")
                .query(Integer.class)
                .list());
        return years;
    }

    /** Records permanently that a year's key is destroyed. Call {@link #destroy} afterwards. */
    public void recordDestroyed(int year) {
        records.record(
                DestroyedKeyRecords.DESTROYED,
                Integer.toString(year),
                () -> jdbc.sql(
                                "insert into destroyed_subject_key (epoch, destroyed_at) values (?, ?) on conflict (epoch) do nothing")
                        .params(year, clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
    }

    /** Overwrites and removes the key of a recorded year, also after a backup has brought the key back. */
    public void destroy(int year) {
        if (!years().contains(year)) {
            throw new IllegalStateException("The key of " + year + " would count as lost");
        }
        keys.destroy(year, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Declares the records of destroyed keys; hashes under such a key can no longer be verified. */
    @Configuration(proxyBeanMethods = false)
    static class DestroyedKeyRecords {

        static final RecordKind DESTROYED = RecordKind.of(
                "destroyed key",
                Part.row("destroyed_subject_key", "destroyed_subject_key.epoch::text", "epoch destroyed_at:time"));

        @Bean
        RecordKind destroyedKeyRecord() {
            return DESTROYED;
        }
    }
}
