package jinbo.accesslog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
record SearchEntries(JdbcClient jdbc) {

    /** The newest first. */
    List<AccessLogEntry> search(AccessSearch search) {
        return jdbc.sql(AccessLogTable.WITH_PLACE + """
                where (:from::timestamptz is null or at >= :from::timestamptz)
                  and (:until::timestamptz is null or at < :until::timestamptz)
                  and (:actor::text is null or actor = :actor or operating_system_user = :actor or confirmed_by = :actor)
                  and (:action::text is null or action = :action)
                  and (:insurer::text is null or insurer = :insurer)
                  and (:object::text is null or position(:object in object) > 0)
                  and (:objects::text[] is null or object = any(:objects::text[]))
                  and (:subjects::text[] is null or subject = any(:subjects::text[]))
                order by e.id desc
                limit :limit
                """)
                .param("from", time(search.from()))
                .param("until", time(search.until()))
                .param("actor", search.actor().orElse(null))
                .param("action", search.action().map(Enum::name).orElse(null))
                .param("insurer", search.insurer().orElse(null))
                .param("object", search.object().orElse(null))
                .param("objects", array(search.objects()))
                .param("subjects", array(search.subjects()))
                .param("limit", search.limit())
                .query(AccessLogEntryMapper::read)
                .list();
    }

    List<AccessLogEntry> vouchingFor(Collection<Long> batches) {
        return jdbc.sql(AccessLogTable.WITH_PLACE + "where e.acts_batch = any(?)")
                .param(1, batches.toArray(Long[]::new))
                .query(AccessLogEntryMapper::read)
                .list();
    }

    List<AccessLogEntry> at(Collection<Long> indexes) {
        return jdbc.sql("""
                select e.*, p.index as place from access_log_place p join access_log_entry e on e.id = p.entry
                where p.index = any(?)
                """)
                .param(1, indexes.toArray(Long[]::new))
                .query(AccessLogEntryMapper::read)
                .list();
    }

    List<AccessLogEntry> withIds(Collection<Long> ids) {
        return jdbc.sql(AccessLogTable.WITH_PLACE + "where e.id = any(?)")
                .param(1, ids.toArray(Long[]::new))
                .query(AccessLogEntryMapper::read)
                .list();
    }

    /** The epochs of all subjects, rising. */
    List<Integer> epochs() {
        return jdbc.sql("""
                select distinct split_part(subject, ':', 1)::int from access_log_entry where subject is not null order by 1
                """).query(Integer.class).list();
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> at) {
        return at.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static String @Nullable [] array(Optional<? extends List<?>> values) {
        return values.map(list -> list.stream().map(Object::toString).toArray(String[]::new))
                .orElse(null);
    }
}
