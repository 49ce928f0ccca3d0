package jinbo.operator.alert;

import static java.util.Map.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The records of all alerts that were raised, including those that are resolved. */
@Component
public record AlertOccurrences(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {

    public record AlertGroup(Code code, Optional<InsurerCode> insurer) {}

    public Map<AlertGroup, Long> countOpen() {
        return open().stream()
                .map(Occurrence::identity)
                .collect(Collectors.groupingBy(
                        identity -> new AlertGroup(identity.code(), identity.insurer()), Collectors.counting()));
    }

    /** Records raised and resolved alerts. If a check failed, resolves none, because its alerts may still apply. */
    void update(FindAllAlerts.Found current) {
        Map<AlertIdentity, Alert> found = byIdentity(current.alerts());
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            List<AlertIdentity> before =
                    open().stream().map(Occurrence::identity).toList();
            found.forEach((identity, alert) -> {
                if (!before.contains(identity)) {
                    begin(alert, now);
                }
            });
            if (current.complete()) {
                resolveMissing(found, now);
            }
        });
    }

    static Map<AlertIdentity, Alert> byIdentity(List<Alert> alerts) {
        Map<AlertIdentity, Alert> byIdentity = new LinkedHashMap<>();
        alerts.forEach(alert -> byIdentity.putIfAbsent(AlertIdentity.of(alert), alert));
        return byIdentity;
    }

    private void resolveMissing(Map<AlertIdentity, Alert> found, Instant now) {
        List<Occurrence> open = open();
        for (Occurrence gone : open) {
            if (!found.containsKey(gone.identity())) {
                Optional<Occurrence> replacement = open.stream()
                        .filter(other -> found.containsKey(other.identity())
                                && other.identity().supersedes(gone.identity()))
                        .findFirst();
                end(gone, replacement, now);
            }
        }
    }

    private List<Occurrence> open() {
        return jdbc.sql("select * from alert_occurrence where resolved_at is null order by id")
                .query(AlertOccurrences::occurrence)
                .list();
    }

    /** Records a raised alert, unless another process has recorded it. */
    private void begin(Alert alert, Instant at) {
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

    private void end(Occurrence occurrence, Optional<Occurrence> replacement, Instant at) {
        jdbc.sql("update alert_occurrence set resolved_at = ?, replaced_by = ? where id = ? and resolved_at is null")
                .params(
                        at.atOffset(ZoneOffset.UTC),
                        replacement.map(Occurrence::id).orElse(null),
                        occurrence.id())
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

    /** @param messageId with the kind of notification appended, the id by which receivers detect duplicates */
    record Occurrence(
            long id,
            UUID messageId,
            AlertIdentity identity,
            Optional<String> detail,
            Instant raisedAt,
            Optional<Instant> resolvedAt) {

        /** The alert as it was raised, but without the number of days left. */
        Alert alert() {
            return new Alert(identity.code(), identity.insurer(), detail, Optional.empty());
        }
    }

    /** @param subject distinguishes alerts of the same code that are open at the same time */
    record AlertIdentity(Code code, Optional<InsurerCode> insurer, String subject, Optional<ExpiryNotice.Level> level) {

        /** Codes of which several alerts may be open at the same time; their detail does not change. */
        private static final Set<Code> SIDE_BY_SIDE = EnumSet.of(
                Code.LIST_DIFFERS,
                Code.YEAR_NOT_LOADED,
                Code.ACCESS_LOG_ALARM,
                Code.RESTORATION_OPEN,
                Code.RUNS_FAIL,
                Code.RUN_TAKES_LONG,
                Code.GATEWAY_FAILS,
                Code.LOOK_FAILED);

        /** The code of an alert, and the codes that replace it if nobody acts on it. */
        private static final Map<Code, Set<Code>> GROWS_TO = Map.ofEntries(
                entry(Code.AGREEMENTS_END, EnumSet.of(Code.AGREEMENTS_LAPSED)),
                entry(Code.CERTIFICATE_EXPIRES, EnumSet.of(Code.NO_SIGNING_KEY, Code.NO_CERTIFICATE)),
                entry(Code.NO_SIGNING_KEY, EnumSet.of(Code.NO_CERTIFICATE)),
                entry(Code.OWN_KEY_ENDS, EnumSet.of(Code.NO_OWN_KEY)),
                entry(Code.LIST_NOT_APPLIED_BY_UNITS, EnumSet.of(Code.LIST_NOT_APPLIED)));

        static AlertIdentity of(Alert alert) {
            return new AlertIdentity(
                    alert.code(),
                    alert.insurer(),
                    SIDE_BY_SIDE.contains(alert.code()) ? alert.detail().orElse("") : "",
                    alert.notice().map(ExpiryNotice::level));
        }

        /** True if this alert replaces an earlier one that is no longer found, which therefore is not resolved. */
        boolean supersedes(AlertIdentity earlier) {
            if (!insurer.equals(earlier.insurer) || equals(earlier)) {
                return false;
            }
            return isMorePressingThan(earlier)
                    || GROWS_TO.getOrDefault(earlier.code, Set.of()).contains(code)
                    // a suspended insurer is not checked for anything else
                    || code == Code.SUSPENDED;
        }

        private boolean isMorePressingThan(AlertIdentity earlier) {
            return code == earlier.code
                    && level.isPresent()
                    && earlier.level
                            .filter(before -> level.get().days() < before.days())
                            .isPresent();
        }
    }
}
