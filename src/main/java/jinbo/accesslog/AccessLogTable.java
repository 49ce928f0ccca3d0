package jinbo.accesslog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the access log. */
@Component
class AccessLogTable {

    static final String WITH_PLACE =
            "select e.*, p.index as place from access_log_entry e left join access_log_place p on p.entry = e.id ";

    private final JdbcClient jdbc;

    AccessLogTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes an entry and notes that it is to get its place, in the current transaction.
     *
     * @return its id; empty if the log has no head that it could be put under
     */
    Optional<Long> insert(NewEntry entry) {
        Access access = entry.access();
        Optional<ActsVouched> acts = entry.result().flatMap(AccessResult::acts);
        Optional<ListVouched> list = entry.result().flatMap(AccessResult::list);
        return jdbc.sql("""
                with written as (
                    insert into access_log_entry (at, phase, intent, actor, role, operating_system_user, confirmed_by,
                                                  action, purpose, insurer, object, outcome, numbers, acts_batch,
                                                  acts_revision, acts_count, acts_digest, list_sequence, list_sha256, subject)
                    select ?, ?, ?::bigint, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?,
                           ?::bigint, ?, ?
                    from access_log_head
                    returning id)
                insert into access_log_pending (entry) select id from written returning entry
                """)
                .params(
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.phase().name(),
                        boxed(entry.intent()),
                        access.actor().name(),
                        access.actor().role().name(),
                        access.actor().operatingSystemUser(),
                        access.actor().confirmedBy().orElse(null),
                        access.action().name(),
                        access.purpose(),
                        access.insurer().orElse(null),
                        access.object(),
                        entry.outcome().orElse(null),
                        entry.result().map(AccessResult::numbers).orElse(null),
                        acts.map(ActsVouched::batch).orElse(null),
                        acts.map(ActsVouched::revision).orElse(null),
                        acts.map(ActsVouched::count).orElse(null),
                        acts.map(ActsVouched::digest).orElse(null),
                        list.map(ListVouched::sequence).orElse(null),
                        list.map(ListVouched::sha256).orElse(null),
                        access.subject().map(Subject::toString).orElse(null))
                .query(Long.class)
                .optional();
    }

    /**
     * Writes an entry that says of a place that what stood there is lost, with the time of the entry before it.
     *
     * @param id if the place is given to an entry of this id already
     * @return its id
     */
    long insertLost(long index, Optional<Long> id, Instant found) {
        return jdbc.sql("""
                insert into access_log_entry (id, at, phase, actor, role, operating_system_user, action, purpose, object,
                                              outcome)
                overriding system value
                select coalesce(:id::bigint, nextval(pg_get_serial_sequence('access_log_entry', 'id'))),
                       coalesce((select e.at from access_log_place p join access_log_entry e on e.id = p.entry
                                 where p.index < :index order by p.index desc limit 1), :found),
                       'REFUSAL', 'system', 'SYSTEM', :user, 'DECIDE', 'to stand where an entry was lost',
                       'index ' || :index::text, 'LOST, missed at ' || :foundText
                returning id
                """)
                .param("id", id.orElse(null))
                .param("index", index)
                .param("found", found.atOffset(ZoneOffset.UTC))
                .param("foundText", found.toString())
                .param("user", Actor.batch().operatingSystemUser())
                .query(Long.class)
                .single();
    }

    AccessLogEntry get(long id) {
        return jdbc.sql(WITH_PLACE + "where e.id = ?")
                .param(id)
                .query(EntryRow::read)
                .single();
    }

    /** The first entries that have no place yet, by rising id: an intent comes before its result. */
    List<AccessLogEntry> pending(int most) {
        return jdbc.sql("""
                select e.*, null::bigint as place from access_log_pending n join access_log_entry e on e.id = n.entry
                order by e.id limit ?
                """).param(most).query(EntryRow::read).list();
    }

    boolean anyPending() {
        return jdbc.sql("select exists (select from access_log_pending)")
                .query(Boolean.class)
                .single();
    }

    /** Whether an entry stands at this place or behind it. */
    boolean anyFrom(long index) {
        return jdbc.sql("select exists (select from access_log_place where index >= ?)")
                .param(index)
                .query(Boolean.class)
                .single();
    }

    /** Entries by their places, from one on; fewer than asked for where the log ends or has a hole. */
    List<AccessLogEntry> placed(long from, long until) {
        return jdbc.sql("""
                select e.*, p.index as place from access_log_place p join access_log_entry e on e.id = p.entry
                where p.index >= ? and p.index < ? order by p.index
                """).params(from, until).query(EntryRow::read).list();
    }

    long count() {
        return jdbc.sql("select count(*) from access_log_entry")
                .query(Long.class)
                .single();
    }

    Optional<Instant> lastEntryAt() {
        return jdbc.sql("select at from access_log_entry order by id desc limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
