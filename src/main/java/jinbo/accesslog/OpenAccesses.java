package jinbo.accesslog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The intents that have no result yet: an access that still runs, or one whose process died. */
@Component
record OpenAccesses(JdbcClient jdbc) {

    /** Whether an intent is written and has no result yet; waits for no lock longer than three seconds. */
    boolean has(long intent) {
        return jdbc.sql("select access_is_open(?)")
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
