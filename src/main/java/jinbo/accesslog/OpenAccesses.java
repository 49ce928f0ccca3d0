package jinbo.accesslog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accesses without a result: each still runs, or its process died. */
@Component
record OpenAccesses(JdbcClient jdbc) {

    /** True if an access is open; the lock timeout is three seconds. */
    boolean has(long beginEntry) {
        return jdbc.sql("select access_is_open(?)")
                .param(beginEntry)
                .query(Boolean.class)
                .single();
    }

    /** The accesses of a role that began before a time, oldest first. */
    List<Long> of(ActorRole role, Instant before) {
        return jdbc.sql("""
                select o.intent from access_log_open o join access_log_entry e on e.id = o.intent
                where e.role = ? and e.at < ? order by o.intent
                """)
                .params(role.name(), before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    /** The accesses of these kinds to the data of an insurer, or of no single insurer if it is empty; oldest first. */
    List<Long> of(Optional<String> insurer, Set<AccessAction> actions) {
        return jdbc.sql("""
                select intent from access_log_open
                where insurer is not distinct from :insurer::text and action in (:actions)
                order by intent
                """)
                .param("insurer", insurer.orElse(null))
                .param("actions", actions.stream().map(Enum::name).toList())
                .query(Long.class)
                .list();
    }
}
