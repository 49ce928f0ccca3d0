package jinbo.operator.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import jinbo.operator.alert.Alert.Code;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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
}
