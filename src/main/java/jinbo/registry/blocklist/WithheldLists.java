package jinbo.registry.blocklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of lists that were withheld for reasons on the insurer's side. A record never changes. */
@Component
public record WithheldLists(JdbcClient jdbc, DecisionRecords records) {

    /** Records a withheld list, unless a process that died has recorded it. */
    public void record(WithheldList withheld) {
        if (of(withheld.insurer()).stream()
                .anyMatch(other ->
                        other.publication().id() == withheld.publication().id())) {
            return;
        }
        String key =
                withheld.insurer() + ", publication " + withheld.publication().id();
        records.record(
                ListRecords.WITHHELD,
                key,
                Actor.batch(),
                () -> jdbc.sql("insert into withheld_list (publication, insurer, reason, at) values (?, ?, ?, ?)")
                        .params(
                                withheld.publication().id(),
                                withheld.insurer().value(),
                                withheld.reason().name(),
                                withheld.at().atOffset(ZoneOffset.UTC))
                        .update());
    }

    /** The withheld lists of an insurer in order of publication. */
    public List<WithheldList> of(InsurerCode insurer) {
        return jdbc.sql("""
                select w.insurer, w.reason, w.at, p.id, p.as_of, p.use_by, p.revision
                from withheld_list w join publication p on p.id = w.publication
                where w.insurer = :insurer
                order by p.id
                """)
                .param("insurer", insurer.value())
                .query(WithheldLists::withheld)
                .list();
    }

    private static WithheldList withheld(ResultSet row, int number) throws SQLException {
        return new WithheldList(
                new InsurerCode(row.getString("insurer")),
                new Publication(
                        row.getLong("id"),
                        instant(row, "as_of"),
                        row.getObject("use_by", LocalDate.class),
                        row.getLong("revision")),
                WithheldList.Reason.valueOf(row.getString("reason")),
                instant(row, "at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A list that was withheld for a reason on the insurer's side; its content counts as delivered (rule 8). */
    public record WithheldList(InsurerCode insurer, Publication publication, Reason reason, Instant at) {

        public enum Reason {
            SUSPENDED,
            /** An agreement is missing or has not begun. */
            NOT_AGREED,
            LAPSED,
            LEFT
        }
    }
}
