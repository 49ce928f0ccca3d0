package jinbo.accesslog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accesses without a result: still running, or their process died. */
@Component
record OpenAccesses(JdbcClient jdbc) {

    /** True if an access is open; the lock timeout is three seconds. */
    boolean has(long intent) {
        return jdbc.sql("select access_is_open(?)")
                .param(intent)
                .query(Boolean.class)
                .single();
    }

    /** Oldest first. */
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

    /** Oldest first. */
    List<Long> of(ActorRole role, Instant before) {
        return jdbc.sql("""
                select o.intent from access_log_open o join access_log_entry e on e.id = o.intent
                where e.role = ? and e.at < ? order by o.intent
                """)
                .params(role.name(), before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    /** Oldest first. */
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
