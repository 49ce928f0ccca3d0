package jinbo.operator.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jinbo.operator.notification.Notification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which notifier has taken what, and what is still to be told by which. */
@Component
record SentAlerts(JdbcClient jdbc) {

    /** By then whoever was not to be reached has heard by other ways. */
    private static final Duration RESOLVED_IS_SENT_WITHIN = Duration.ofDays(30);

    /** What has come up, is not over, and was not told by a notifier; what is over before it was told is not told. */
    List<AlertOccurrences.Occurrence> unsentRaised(String notifier) {
        return jdbc.sql("""
                select * from alert_occurrence o
                where resolved_at is null
                  and not exists (select from alert_notified t
                                  where t.occurrence = o.id and t.notifier = ? and t.kind = 'NEW')
                order by id
                """).param(notifier).query(AlertOccurrences::occurrence).list();
    }

    /** What is over, was told as new by a notifier, itself or as the less pressing one before it, and not told as over. */
    List<AlertOccurrences.Occurrence> unsentResolved(String notifier, Instant now) {
        return jdbc.sql("""
                with recursive ended as (
                    select id as occurrence, id as earlier from alert_occurrence
                    where resolved_at > ? and replaced_by is null
                    union all
                    select e.occurrence, o.id from ended e join alert_occurrence o on o.replaced_by = e.earlier
                )
                select * from alert_occurrence o
                where id in (select e.occurrence from ended e
                             join alert_notified t on t.occurrence = e.earlier and t.notifier = ? and t.kind = 'NEW')
                  and not exists (select from alert_notified t
                                  where t.occurrence = o.id and t.notifier = ? and t.kind = 'OVER')
                order by id
                """)
                .params(now.minus(RESOLVED_IS_SENT_WITHIN).atOffset(ZoneOffset.UTC), notifier, notifier)
                .query(AlertOccurrences::occurrence)
                .list();
    }

    void add(AlertOccurrences.Occurrence alertOccurrence, String notifier, Notification.Kind kind, Instant at) {
        jdbc.sql("""
                insert into alert_notified (occurrence, notifier, kind, notified_at) values (?, ?, ?, ?) on conflict do nothing
                """)
                .params(alertOccurrence.id(), notifier, kind.name(), at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
