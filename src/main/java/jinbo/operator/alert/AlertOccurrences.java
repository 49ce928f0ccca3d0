package jinbo.operator.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The alerts that were raised; resolved ones are kept. */
@Component
record AlertOccurrences(JdbcClient jdbc) {

    /** The open alerts, in the order in which they were raised. */
    List<Occurrence> open() {
        return jdbc.sql("select * from alert_occurrence where resolved_at is null order by id")
                .query(AlertOccurrences::occurrence)
                .list();
    }

    /** Records a raised alert, unless another process has recorded it. */
    void begin(Alert alert, Instant at) {
        AlertIdentity identity = AlertIdentity.of(alert);
        jdbc.sql("""
                insert into alert_occurrence (code, insurer, subject, level, detail, raised_at) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(
                        identity.code().name(),
                        identity.insurer().map(InsurerCode::value).orElse(""),
                        identity.subject(),
                        identity.level().map(Enum::name).orElse(""),
                        alert.detail().orElse(null),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Records that an alert is resolved, or has turned into another one. */
    void end(Occurrence alertOccurrence, Optional<Occurrence> replacedBy, Instant at) {
        jdbc.sql("update alert_occurrence set resolved_at = ?, replaced_by = ? where id = ? and resolved_at is null")
                .params(
                        at.atOffset(ZoneOffset.UTC),
                        replacedBy.map(Occurrence::id).orElse(null),
                        alertOccurrence.id())
                .update();
    }

    static Occurrence occurrence(ResultSet row, int number) throws SQLException {
        return new Occurrence(
                row.getLong("id"),
                row.getObject("message_id", UUID.class),
                new AlertIdentity(
                        Code.valueOf(row.getString("code")),
                        filled(row.getString("insurer")).map(InsurerCode::new),
                        row.getString("subject"),
                        filled(row.getString("level")).map(ExpiryNotice.Level::valueOf)),
                Optional.ofNullable(row.getString("detail")),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("resolved_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(Predicate.not(String::isEmpty));
    }

    /** @param messageId lets receivers detect duplicates, with the kind of notification appended */
    record Occurrence(
            long id,
            UUID messageId,
            AlertIdentity identity,
            Optional<String> detail,
            Instant foundAt,
            Optional<Instant> overAt) {

        /** The alert as it was raised, without the number of days left. */
        Alert alert() {
            return new Alert(identity.code(), identity.insurer(), detail, Optional.empty());
        }
    }

    /** Compares the current alerts with the open ones, and records those that are raised or resolved. */
    @Component
    record UpdateAlertOccurrences(AlertOccurrences alertOccurrences, TransactionTemplate transaction, Clock clock) {

        /** Resolves nothing if a check failed, because its alerts may still apply. */
        void of(CheckExchange.Seen seen) {
            Map<AlertIdentity, Alert> found = byIdentity(seen.alerts());
            transaction.executeWithoutResult(status -> {
                Instant now = clock.instant();
                List<AlertIdentity> before = alertOccurrences.open().stream()
                        .map(AlertOccurrences.Occurrence::identity)
                        .toList();
                found.forEach((identity, alert) -> {
                    if (!before.contains(identity)) {
                        alertOccurrences.begin(alert, now);
                    }
                });
                if (seen.wholly()) {
                    endThoseNotIn(found, now);
                }
            });
        }

        static Map<AlertIdentity, Alert> byIdentity(List<Alert> alerts) {
            Map<AlertIdentity, Alert> byIdentity = new LinkedHashMap<>();
            alerts.forEach(alert -> byIdentity.putIfAbsent(AlertIdentity.of(alert), alert));
            return byIdentity;
        }

        private void endThoseNotIn(Map<AlertIdentity, Alert> found, Instant now) {
            List<AlertOccurrences.Occurrence> open = alertOccurrences.open();
            for (AlertOccurrences.Occurrence gone : open) {
                if (!found.containsKey(gone.identity())) {
                    Optional<AlertOccurrences.Occurrence> inItsPlace = open.stream()
                            .filter(other -> found.containsKey(other.identity())
                                    && other.identity().supersedes(gone.identity()))
                            .findFirst();
                    alertOccurrences.end(gone, inItsPlace, now);
                }
            }
        }
    }
}
