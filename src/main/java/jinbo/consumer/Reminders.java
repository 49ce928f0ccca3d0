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

/** Stores which reminders were sent for which choices, without numbers and with hashes of tokens. */
@Component
record Reminders(JdbcClient jdbc) {

    /** After a crash it is unknown whether the message was sent, so one repetition is allowed. */
    static final int MOST_BEGUN = 2;

    /** Finds the next choices to remind of, in the order of their ends; of each number only the last choice. */
    List<Due> findDue(ReminderProgress progress, int most) {
        return jdbc.sql("""
            select w.reference, w.subject, w.revision, w.expires_on,
                   array(select split_part(name, '/', -1) from unnest(w.named) name) as lines
            from consumer_registration w left join reminder r on r.reference = w.reference
            where w.expires_on > ? and w.expires_on <= ? and (w.expires_on, w.revision) > (?, ?)
              and (r.reference is null or r.sent_at is null and r.needless_at is null and r.begun < ?)
              and not exists (select from consumer_registration n where n.subject = w.subject and n.revision > w.revision)
            order by w.expires_on, w.revision limit ?
            """)
                .params(
                        progress.on(),
                        progress.endingBy(),
                        progress.afterEnd(),
                        progress.afterRevision(),
                        MOST_BEGUN,
                        most)
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

    /** Records an attempt before the message is sent; returns false if another process was first. */
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

    void markSent(Due due, Instant at) {
        jdbc.sql("update reminder set sent_at = ? where reference = ?")
                .params(at.atOffset(ZoneOffset.UTC), due.reference().value())
                .update();
    }

    /** Takes back an attempt whose message no gateway has accepted. */
    void markNotSent(Due due) {
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

    Optional<Reminder> findByToken(ReminderToken token) {
        return jdbc.sql("select reference, expires_on, renewed_at is not null as is_used from reminder where token = ?")
                .param(token.hash())
                .query(Reminder.class)
                .optional();
    }

    /** Returns false if the reminder was used before. */
    boolean markUsed(Reminder reminder, UUID request, Instant at) {
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

    void deleteEndedBy(LocalDate day) {
        jdbc.sql("delete from reminder where expires_on <= ?").param(day).update();
    }

    /** A choice to remind of, with the lines of business in it, as a whole or for single insurers. */
    record Due(
            RegistrationReference reference, Subject subject, long revision, LocalDate expiresOn, Set<LineCode> lines) {

        LocalDate lastDay() {
            return expiresOn.minusDays(1);
        }
    }

    record Reminder(RegistrationReference reference, LocalDate expiresOn, boolean isUsed) {

        boolean isOver(LocalDate today) {
            return !expiresOn.isAfter(today);
        }
    }
}
