package jinbo.accesslog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The intents that have no result yet: an access that still runs, or one whose process died. */
@Component
class OpenIntents {

    private final JdbcClient jdbc;

    OpenIntents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes an intent, in the transaction that writes it. */
    void add(long intent, Access access) {
        jdbc.sql("insert into access_log_open (intent, insurer, action) values (?, ?, ?)")
                .params(intent, access.insurer().orElse(null), access.action().name())
                .update();
    }

    /**
     * Takes an intent away, in the transaction that writes its result.
     *
     * @return false if it has one already
     */
    boolean remove(long intent) {
        return jdbc.sql("delete from access_log_open where intent = ?")
                        .param(intent)
                        .update()
                > 0;
    }

    /** Whether an intent is written and has no result yet. */
    boolean has(long intent) {
        return jdbc.sql("select exists (select from access_log_open where intent = ?)")
                .param(intent)
                .query(Boolean.class)
                .single();
    }

    /** The intents of these actions on what is no single insurer's, oldest first. */
    List<Long> ofNoInsurer(Set<AccessAction> actions) {
        return jdbc.sql("""
                select intent from access_log_open
                where insurer is null and action in (:actions)
                order by intent
                """)
                .param("actions", actions.stream().map(Enum::name).toList())
                .query(Long.class)
                .list();
    }

    /** The intents that were announced in a role before a time, oldest first. */
    List<Long> of(ActorRole role, Instant before) {
        return jdbc.sql("""
                select o.intent from access_log_open o join access_log_entry e on e.id = o.intent
                where e.role = ? and e.at < ? order by o.intent
                """)
                .params(role.name(), before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    /** The intents of these actions on an insurer's data, oldest first. */
    List<Long> of(String insurer, Set<AccessAction> actions) {
        return jdbc.sql("""
                select intent from access_log_open
                where insurer = :insurer and action in (:actions)
                order by intent
                """)
                .param("insurer", insurer)
                .param("actions", actions.stream().map(Enum::name).toList())
                .query(Long.class)
                .list();
    }
}
