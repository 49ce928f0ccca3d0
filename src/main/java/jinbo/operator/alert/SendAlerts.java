package jinbo.operator.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.format.MessageLanguage;
import jinbo.operator.alert.AlertOccurrences.AlertIdentity;
import jinbo.operator.alert.AlertOccurrences.Occurrence;
import jinbo.operator.alert.RunWatch.WatchReport.AlertNotification;
import jinbo.operator.notification.Notification;
import jinbo.operator.notification.Notification.Kind;
import jinbo.operator.notification.NotificationSettings;
import jinbo.operator.notification.Notifier;
import jinbo.operator.notification.Notifier.Notifiers;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.webhook.DeliveryOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends raised and resolved alerts through each notifier. What a notifier does not accept is sent again at the next
 * call; a failing notifier does not affect the others.
 */
@Component
record SendAlerts(Notifiers notifiers, SentAlerts sentAlerts, NotificationSettings settings, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(SendAlerts.class);

    /**
     * @param found the alerts as they are now. Raised alerts are sent as they are here, because the stored alert may
     *     contain an outdated number of days until an expiry.
     */
    List<AlertNotification> send(Map<AlertIdentity, Alert> found) {
        List<AlertNotification> sent = new ArrayList<>();
        notifiers.all().forEach(notifier -> send(notifier, found, sent));
        return sent;
    }

    private void send(Notifier notifier, Map<AlertIdentity, Alert> found, List<AlertNotification> sent) {
        Optional<String> unreachable = Optional.empty();
        for (Due due : due(notifier)) {
            Alert alert = due.kind == Kind.NEW
                    ? found.getOrDefault(due.occurrence.identity(), due.occurrence.alert())
                    : due.occurrence.alert();
            DeliveryOutcome outcome = unreachable
                    .<DeliveryOutcome>map(DeliveryOutcome.Unreachable::new)
                    .orElseGet(() -> send(notifier, notification(due, alert)));
            if (outcome instanceof DeliveryOutcome.Taken) {
                sentAlerts.add(due.occurrence, notifier.name(), due.kind, clock.instant());
            }
            Optional<String> problem = problemOf(outcome);
            if (outcome instanceof DeliveryOutcome.Unreachable) {
                unreachable = problem;
            }
            sent.add(new AlertNotification(due.kind, alert, notifier.name(), problem));
        }
    }

    private static DeliveryOutcome send(Notifier notifier, Notification notification) {
        try {
            return notifier.send(notification);
        } catch (RuntimeException e) {
            LOG.warn("The notifier {} has failed", notifier.name(), e);
            return new DeliveryOutcome.Unreachable(
                    "it has failed: " + e.getClass().getSimpleName());
        }
    }

    private List<Due> due(Notifier notifier) {
        List<Due> due = new ArrayList<>();
        sentAlerts
                .unsentResolved(notifier.name(), clock.instant())
                .forEach(resolved -> due.add(new Due(resolved, Kind.OVER)));
        sentAlerts.unsentRaised(notifier.name()).forEach(raised -> due.add(new Due(raised, Kind.NEW)));
        return due;
    }

    private Notification notification(Due due, Alert alert) {
        AlertMessages sentences =
                AlertMessages.in(settings.language() == MessageLanguage.ZH ? Locale.CHINESE : Locale.ROOT);
        return new Notification(
                due.occurrence.messageId() + "-" + due.kind.name().toLowerCase(Locale.ROOT),
                due.kind,
                alert.code().name(),
                alert.insurer().map(InsurerCode::value),
                due.occurrence.identity().level().map(Enum::name),
                alert.detail(),
                due.kind == Kind.NEW ? sentences.of(alert) : sentences.ofExpiry(alert),
                due.occurrence.resolvedAt().orElse(due.occurrence.raisedAt()));
    }

    private static Optional<String> problemOf(DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.Refused refused) {
            return Optional.of(refused.why());
        }
        return outcome instanceof DeliveryOutcome.Unreachable unreachable
                ? Optional.of(unreachable.why())
                : Optional.empty();
    }

    private record Due(Occurrence occurrence, Kind kind) {}

    @Component
    record SentAlerts(JdbcClient jdbc) {

        /** If an alert was resolved longer ago than this, notifiers do not send that it is resolved. */
        private static final Duration RESOLVED_IS_SENT_WITHIN = Duration.ofDays(30);

        /** Open alerts that a notifier has not sent. An alert that was resolved before it was sent is never sent. */
        List<Occurrence> unsentRaised(String notifier) {
            return jdbc.sql("""
                    select * from alert_occurrence o
                    where resolved_at is null
                      and not exists (select from alert_notified t
                                      where t.occurrence = o.id and t.notifier = ? and t.kind = 'NEW')
                    order by id
                    """)
                    .param(notifier)
                    .query(AlertOccurrences::occurrence)
                    .list();
        }

        /**
         * Resolved alerts that a notifier has not sent as resolved, although it has sent as raised the alert itself or
         * an earlier alert that the alert replaced.
         */
        List<Occurrence> unsentResolved(String notifier, Instant now) {
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

        void add(Occurrence occurrence, String notifier, Notification.Kind kind, Instant at) {
            jdbc.sql("""
                    insert into alert_notified (occurrence, notifier, kind, notified_at) values (?, ?, ?, ?) on conflict do nothing
                    """)
                    .params(occurrence.id(), notifier, kind.name(), at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
