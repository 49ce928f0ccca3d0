package jinbo.accesslog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Searches the access log for auditors. This is no access, because entries contain no phone numbers. */
@Component
public record AuditTrail(JdbcClient jdbc) implements StoredHashes {

    /** The newest matching entries, oldest first. */
    public List<AccessLogEntry> search(AccessSearch search) {
        return newest(search, "", 0).stream()
                .sorted(Comparator.comparingLong(AccessLogEntry::id))
                .toList();
    }

    private List<AccessLogEntry> newest(AccessSearch search, String furtherCondition, int offset) {
        return jdbc.sql(AccessLogTable.WITH_PLACE + """
                where (:from::timestamptz is null or at >= :from::timestamptz)
                  and (:until::timestamptz is null or at < :until::timestamptz)
                  and (:actor::text is null or actor = :actor or operating_system_user = :actor or confirmed_by = :actor)
                  and (:action::text is null or action = :action)
                  and (:insurer::text is null or insurer = :insurer)
                  and (:object::text is null or position(:object in object) > 0)
                  and (:objects::text[] is null or object = any(:objects::text[]))
                  and (:subjects::text[] is null or subject = any(:subjects::text[]))
                """ + furtherCondition
                        + " order by e.id desc limit :limit offset :offset")
                .param("from", time(search.from()))
                .param("until", time(search.until()))
                .param("actor", search.actor().orElse(null))
                .param("action", search.action().map(Enum::name).orElse(null))
                .param("insurer", search.insurer().orElse(null))
                .param("object", search.object().orElse(null))
                .param("objects", array(search.objects()))
                .param("subjects", array(search.subjects()))
                .param("limit", search.limit())
                .param("offset", offset)
                .query(AccessLogTable::read)
                .list();
    }

    /** A begin entry with its result entry, if there is one; or a refusal. */
    public record LoggedAccess(AccessLogEntry begin, Optional<AccessLogEntry> end) {}

    /** A page of the accesses with a matching begin entry, newest first. */
    public List<LoggedAccess> accesses(AccessSearch search, int offset) {
        return withResults(newest(search, "and phase <> 'RESULT'", offset));
    }

    /** The access that an entry begins, ends or refuses. */
    public LoggedAccess accessOf(AccessLogEntry entry) {
        long begin = entry.intent().orElse(entry.id());
        return withResults(List.copyOf(findByIds(List.of(begin)).values())).get(0);
    }

    /** @return the ids of the begin entries with which records of these names were recorded for the first time */
    public Set<Long> findFirstRecords(Collection<String> objects) {
        return jdbc.sql("""
                select min(intent) from access_log_entry
                where object = any(?) and action = 'DECIDE' and phase = 'RESULT' and starts_with(outcome, 'RECORDED ')
                group by object
                """)
                .param(1, objects.toArray(String[]::new))
                .query(Long.class)
                .set();
    }

    private List<LoggedAccess> withResults(List<AccessLogEntry> beginnings) {
        Map<Long, AccessLogEntry> results = find(
                AccessLogTable.WITH_PLACE + "where e.intent = any(?)",
                beginnings.stream().map(AccessLogEntry::id).toList(),
                entry -> entry.intent().orElseThrow());
        return beginnings.stream()
                .map(begin -> new LoggedAccess(begin, Optional.ofNullable(results.get(begin.id()))))
                .toList();
    }

    /** @return the result entries that contain the digest of a batch, by the id of the batch */
    public Map<Long, AccessLogEntry> findByRegistrationBatches(Collection<Long> batches) {
        return find(
                AccessLogTable.WITH_PLACE + "where e.acts_batch = any(?)",
                batches,
                entry -> entry.acts().orElseThrow().batch());
    }

    /** @return the entries that exist, by their index */
    public Map<Long, AccessLogEntry> at(Collection<Long> indexes) {
        return find("""
                select e.*, p.index as place from access_log_place p join access_log_entry e on e.id = p.entry
                where p.index = any(?)
                """, indexes, entry -> entry.index().orElseThrow());
    }

    /** @return the entries that exist, by their id */
    public Map<Long, AccessLogEntry> findByIds(Collection<Long> ids) {
        return find(AccessLogTable.WITH_PLACE + "where e.id = any(?)", ids, AccessLogEntry::id);
    }

    private Map<Long, AccessLogEntry> find(String query, Collection<Long> keys, Function<AccessLogEntry, Long> keyOf) {
        return jdbc.sql(query).param(1, keys.toArray(Long[]::new)).query(AccessLogTable::read).list().stream()
                .collect(Collectors.toMap(keyOf, Function.identity()));
    }

    /** The years whose keys were used for the subjects (keyed hashes of numbers) in the log, ascending. */
    public List<Integer> epochs() {
        return jdbc.sql("""
                select distinct split_part(subject, ':', 1)::int from access_log_entry where subject is not null order by 1
                """).query(Integer.class).list();
    }

    @Override
    public boolean existFor(int year) {
        // a range that the index on subjects serves: hashes are hexadecimal
        return jdbc.sql("select exists (select from access_log_entry where subject >= ? and subject < ?)")
                .params(year + ":", year + "g")
                .query(Boolean.class)
                .single();
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> at) {
        return at.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static String @Nullable [] array(Optional<? extends List<?>> values) {
        return values.map(list -> list.stream().map(Object::toString).toArray(String[]::new))
                .orElse(null);
    }
}
