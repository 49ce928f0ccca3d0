package jinbo.accesslog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
record AlarmTable(JdbcClient jdbc) {

    /** Notes one, unless the same is open already. */
    void raise(LogFindingException.LogFinding logFinding, Instant at) {
        boolean known = open().stream()
                .anyMatch(alarm ->
                        alarm.kind() == logFinding.kind() && alarm.detail().equals(logFinding.detail()));
        if (!known) {
            jdbc.sql("insert into access_log_alarm (kind, detail, at) values (?, ?, ?)")
                    .params(logFinding.kind().name(), logFinding.detail(), at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Those that nobody has decided about, the oldest first. */
    List<Alarm> open() {
        return jdbc.sql("""
                select * from access_log_alarm a
                where not exists (select from access_log_acceptance d where d.alarm = a.id)
                order by id
                """)
                .query((row, number) -> new Alarm(
                        row.getLong("id"),
                        Alarm.Kind.valueOf(row.getString("kind")),
                        row.getString("detail"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean existsAfter(Instant time, List<Alarm.Kind> kinds) {
        return jdbc.sql("select exists (select from access_log_alarm where at > ? and kind = any(?))")
                .params(
                        time.atOffset(ZoneOffset.UTC),
                        kinds.stream().map(Alarm.Kind::name).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    long countDecisions() {
        return jdbc.sql("select count(*) from access_log_acceptance")
                .query(Long.class)
                .single();
    }

    void accept(long alarm, Actor by, String reason, Instant at) {
        jdbc.sql("insert into access_log_acceptance (alarm, accepted_by, reason, at) values (?, ?, ?, ?)")
                .params(alarm, by.toDisplayName(), reason, at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
