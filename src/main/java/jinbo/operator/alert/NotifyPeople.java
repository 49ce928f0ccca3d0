package jinbo.operator.alert;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.format.MessageLanguage;
import jinbo.operator.notification.Delivery;
import jinbo.operator.notification.Notification;
import jinbo.operator.notification.Notification.Kind;
import jinbo.operator.notification.NotificationSettings;
import jinbo.operator.notification.Notifier;
import jinbo.operator.notification.Notifiers;
import jinbo.participant.insurer.InsurerCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells by each notifier what it has not told yet. Noted only once the other end has taken it: what cannot be told now is told by the
 * next run, and one notifier that is broken keeps no other from telling.
 */
@Component
class NotifyPeople {

    private static final Logger LOG = LoggerFactory.getLogger(NotifyPeople.class);

    private final Notifiers notifiers;
    private final ToldConcerns told;
    private final ConcernSentences sentences;
    private final Clock clock;

    NotifyPeople(Notifiers notifiers, ToldConcerns told, NotificationSettings settings, Clock clock) {
        this.notifiers = notifiers;
        this.told = told;
        this.sentences = ConcernSentences.in(settings.language() == MessageLanguage.ZH ? Locale.CHINESE : Locale.ROOT);
        this.clock = clock;
    }

    /** @param found what was seen now, which knows how many days are left */
    List<Telling> about(Map<ConcernIdentity, Concern> found) {
        List<Telling> tellings = new ArrayList<>();
        notifiers.all().forEach(notifier -> tellBy(notifier, found, tellings));
        return tellings;
    }

    private void tellBy(Notifier notifier, Map<ConcernIdentity, Concern> found, List<Telling> tellings) {
        Optional<String> unreachable = Optional.empty();
        for (Due due : due(notifier)) {
            Concern concern = due.kind == Kind.NEW
                    ? found.getOrDefault(due.occurrence.identity(), due.occurrence.concern())
                    : due.occurrence.concern();
            Delivery delivery = unreachable
                    .<Delivery>map(Delivery.Unreachable::new)
                    .orElseGet(() -> send(notifier, notification(due, concern)));
            if (delivery instanceof Delivery.Taken) {
                told.add(due.occurrence, notifier.name(), due.kind, clock.instant());
            }
            Optional<String> problem = problemOf(delivery);
            if (delivery instanceof Delivery.Unreachable) {
                unreachable = problem;
            }
            tellings.add(new Telling(due.kind, concern, notifier.name(), problem));
        }
    }

    private static Delivery send(Notifier notifier, Notification notification) {
        try {
            return notifier.send(notification);
        } catch (RuntimeException e) {
            LOG.warn("The notifier {} has failed", notifier.name(), e);
            return new Delivery.Unreachable("it has failed: " + e.getClass().getSimpleName());
        }
    }

    private List<Due> due(Notifier notifier) {
        List<Due> due = new ArrayList<>();
        told.overFor(notifier.name(), clock.instant()).forEach(over -> due.add(new Due(over, Kind.OVER)));
        told.newFor(notifier.name()).forEach(come -> due.add(new Due(come, Kind.NEW)));
        return due;
    }

    private Notification notification(Due due, Concern concern) {
        Occurrence occurrence = due.occurrence;
        return new Notification(
                occurrence.messageId() + "-" + due.kind.name().toLowerCase(Locale.ROOT),
                due.kind,
                concern.code().name(),
                concern.insurer().map(InsurerCode::value),
                occurrence.identity().level().map(Enum::name),
                concern.detail(),
                due.kind == Kind.NEW ? sentences.of(concern) : sentences.ofEnd(concern),
                occurrence.overAt().orElse(occurrence.foundAt()));
    }

    private static Optional<String> problemOf(Delivery delivery) {
        if (delivery instanceof Delivery.Refused refused) {
            return Optional.of(refused.why());
        }
        return delivery instanceof Delivery.Unreachable unreachable ? Optional.of(unreachable.why()) : Optional.empty();
    }

    private record Due(Occurrence occurrence, Kind kind) {}
}
