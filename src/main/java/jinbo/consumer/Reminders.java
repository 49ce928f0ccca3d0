package jinbo.consumer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.accesslog.Subject;
import jinbo.reference.business.LineCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of which choices somebody was reminded, or was to be; without numbers and tokens. */
@Component
record Reminders(JdbcClient jdbc) {

    /**
     * How often a message is begun: a process that has died may have sent the first one or not. A second message is better than
     * none; a third would be worse.
     */
    static final int MOST_BEGUN = 2;

    /**
     * The next choices that somebody is to be reminded of, by the end of their blocks; of a number that was heard of since by the same
     * keyed hash only the last.
     */
    List<Due> due(ReminderProgress walk, int most) {
        return jdbc.sql("""
            select w.reference, w.subject, w.revision, w.expires_on,
                   array(select split_part(name, '/', -1) from unnest(w.named) name) as lines
            from consumer_registration w left join reminder r on r.reference = w.reference
            where w.expires_on > ? and w.expires_on <= ? and (w.expires_on, w.revision) > (?, ?)
              and (r.reference is null or r.sent_at is null and r.needless_at is null and r.begun < ?)
              and not exists (select from consumer_registration n where n.subject = w.subject and n.revision > w.revision)
            order by w.expires_on, w.revision limit ?
            """)
                .params(walk.on(), walk.endingBy(), walk.afterEnd(), walk.afterRevision(), MOST_BEGUN, most)
                .query((row, number) -> new Due(
                        new RegistrationReference(row.getString("reference")),
                        Subject.parse(row.getString("subject")),
                        row.getLong("revision"),
                        row.getObject("expires_on", LocalDate.class),
                        Stream.of((String[]) row.getArray("lines").getArray())
                                .map(LineCode::new)
                                .collect(Collectors.toSet())))
                .list();
    }

    /**
     * Records, before a message is sent, that it will be.
     *
     * @return whether it may be: another process may have been first
     */
    boolean begin(Due due, ReminderToken token, Instant at) {
        return jdbc.sql("""
            insert into reminder as r (reference, expires_on, token, begun, announced_at) values (?, ?, ?, 1, ?)
            on conflict (reference) do update
            set token = excluded.token, begun = r.begun + 1, announced_at = excluded.announced_at
            where r.sent_at is null and r.needless_at is null and r.begun < ?
            """)
                        .params(
                                due.reference().value(),
                                due.expiresOn(),
                                token.hash(),
                                at.atOffset(ZoneOffset.UTC),
                                MOST_BEGUN)
                        .update()
                == 1;
    }

    void sent(Due due, Instant at) {
        jdbc.sql("update reminder set sent_at = ? where reference = ?")
                .params(at.atOffset(ZoneOffset.UTC), due.reference().value())
                .update();
    }

    /** No gateway has taken it, so it counts as never begun. */
    void notSent(Due due) {
        jdbc.sql("update reminder set begun = begun - 1 where reference = ?")
                .param(due.reference().value())
                .update();
    }

    void skip(Due due, Instant at) {
        jdbc.sql("""
            insert into reminder (reference, expires_on, needless_at) values (?, ?, ?)
            on conflict (reference) do update set needless_at = excluded.needless_at
            """)
                .params(due.reference().value(), due.expiresOn(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Reminder> by(ReminderToken token) {
        return jdbc.sql("select reference, expires_on, renewed_at is not null as used from reminder where token = ?")
                .param(token.hash())
                .query((row, number) -> new Reminder(
                        new RegistrationReference(row.getString("reference")),
                        row.getObject("expires_on", LocalDate.class),
                        row.getBoolean("used")))
                .optional();
    }

    /**
     * @param request of the form that was sent
     * @return whether it is used by this call, and not by another one before
     */
    boolean use(Reminder reminder, UUID request, Instant at) {
        return jdbc.sql("""
            update reminder set renewed_at = ?, renewed_by = ? where reference = ? and renewed_at is null
            """)
                        .params(
                                at.atOffset(ZoneOffset.UTC),
                                request,
                                reminder.reference().value())
                        .update()
                == 1;
    }

    boolean isUsedBy(Reminder reminder, UUID request) {
        return jdbc.sql("select exists (select from reminder where reference = ? and renewed_by = ?)")
                .params(reminder.reference().value(), request)
                .query(Boolean.class)
                .single();
    }

    void forgetEndedBy(LocalDate day) {
        jdbc.sql("delete from reminder where expires_on <= ?").param(day).update();
    }

    /**
     * A choice whose block ends soon, and of which nobody was reminded.
     *
     * @param expiresOn the first day after the block
     * @param lines of business that it names, or in which it names insurers
     */
    record Due(
            RegistrationReference reference, Subject subject, long revision, LocalDate expiresOn, Set<LineCode> lines) {

        LocalDate lastDay() {
            return expiresOn.minusDays(1);
        }
    }

    /**
     * A message whose link somebody has opened.
     *
     * @param expiresOn the first day after the block
     */
    record Reminder(RegistrationReference reference, LocalDate expiresOn, boolean isUsed) {

        boolean isOver(LocalDate today) {
            return !expiresOn.isAfter(today);
        }
    }
}
