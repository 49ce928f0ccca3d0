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

/** The alerts that came up, each time by itself; what is over stays. */
@Component
record AlertOccurrences(JdbcClient jdbc) {

    /** Those that are not over, in the order in which they came up. */
    List<Occurrence> open() {
        return jdbc.sql("select * from alert_occurrence where resolved_at is null order by id")
                .query(AlertOccurrences::occurrence)
                .list();
    }

    /** Notes one that is new; nothing happens if another process has noted it. */
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

    /**
     * Notes that one is not found any more.
     *
     * @param replacedBy the one that has taken its place, if one has
     */
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

    /** @param messageId by which receivers tell that they were told already, with what it was told as behind it */
    record Occurrence(
            long id,
            UUID messageId,
            AlertIdentity identity,
            Optional<String> detail,
            Instant foundAt,
            Optional<Instant> overAt) {

        /** The alert as it was then, without how many days were left. */
        Alert alert() {
            return new Alert(identity.code(), identity.insurer(), detail, Optional.empty());
        }
    }

    /** Compares what was seen with what is noted as open, and notes what has come up and what is over. */
    @Component
    record UpdateAlertOccurrences(AlertOccurrences alertOccurrences, TransactionTemplate transaction, Clock clock) {

        /** Where a look failed nobody knows what is over, so nothing is. */
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
