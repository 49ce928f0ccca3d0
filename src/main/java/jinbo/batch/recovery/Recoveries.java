package jinbo.batch.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import jinbo.batch.BatchError;
import jinbo.batch.BatchException;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the recoveries, of which one at most is open. */
@Component
public record Recoveries(JdbcClient jdbc, DecisionRecords records) {

    public Optional<Recovery> open() {
        return jdbc.sql("select * from recovery where settled_at is null")
                .query(Recoveries::recovery)
                .optional();
    }

    public Recovery get(long id) {
        return jdbc.sql("select * from recovery where id = ?")
                .param(id)
                .query(Recoveries::recovery)
                .single();
    }

    /** Returns all recoveries, oldest first. */
    public List<Recovery> all() {
        return jdbc.sql("select * from recovery order by id")
                .query(Recoveries::recovery)
                .list();
    }

    /** Opens a recovery unless one is open, also if several processes call this at the same time. */
    public Recovery openOnce(InsurerCode insurer, String seen, Instant at) {
        Optional<Recovery> before = open();
        if (before.isPresent()) {
            return before.get();
        }
        String id = records.recordNew(RecoveryRecords.RECOVERY, Actor.batch(), () -> {
            jdbc.sql("""
                    insert into recovery (noticed_at, insurer, seen) values (?, ?, ?) on conflict do nothing
                    """)
                    .params(at.atOffset(ZoneOffset.UTC), insurer.value(), seen)
                    .update();
            return Long.toString(open().orElseThrow().id());
        });
        return get(Long.parseLong(id));
    }

    /** Returns when the last recovery ended. */
    public Optional<Instant> lastSettledAt() {
        return jdbc.sql("select max(settled_at) from recovery")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Records evidence, unless some was recorded before. */
    public void corroborate(Recovery recovery, Recovery.Evidence found) {
        records.record(
                RecoveryRecords.RECOVERY,
                Long.toString(recovery.id()),
                Actor.batch(),
                () -> jdbc.sql("update recovery set corroboration = ? where id = ? and corroboration is null")
                        .params(found.name(), recovery.id())
                        .update());
    }

    /** @throws BatchException if another process has ended it */
    public void settle(Recovery recovery, Recovery.Settlement settlement) {
        records.record(RecoveryRecords.RECOVERY, Long.toString(recovery.id()), () -> {
            int ended = jdbc.sql("""
                    update recovery set settled_at = ?, settled_by = ?, reason = ?, forced = ?
                    where id = ? and settled_at is null
                    """)
                    .params(
                            settlement.at().atOffset(ZoneOffset.UTC),
                            settlement.by(),
                            settlement.reason(),
                            settlement.force(),
                            recovery.id())
                    .update();
            if (ended == 0) {
                throw new BatchException(BatchError.NOTHING_TO_SETTLE);
            }
        });
    }

    private static Recovery recovery(ResultSet row, int number) throws SQLException {
        Optional<Instant> settledAt = Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
        return new Recovery(
                row.getLong("id"),
                row.getObject("noticed_at", OffsetDateTime.class).toInstant(),
                new InsurerCode(row.getString("insurer")),
                row.getString("seen"),
                Optional.ofNullable(row.getString("corroboration")).map(Recovery.Evidence::valueOf),
                settledAt.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Recovery.Settlement(
                                settledAt.get(),
                                row.getString("settled_by"),
                                row.getString("reason"),
                                row.getBoolean("forced"))));
    }
}
