package jinbo.participant.insurer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history of insurers' participation. Changes are appended in the caller's transaction, never overwritten. */
@Component
public record InsurerStatusHistory(JdbcClient jdbc, DecisionRecords records) {

    static final RecordKind RECORD = RecordKind.of(
            "insurer",
            Part.row(
                    "insurer",
                    "insurer.code",
                    "scope code name sector joined_at:time suspended_at:time self_discipline_on:date confidentiality_on:date"
                            + " agreements_end_on:date left_on:date successor service_number drop_url drop_keys:texts"),
            Part.rows(
                    "insurer_standing",
                    "insurer_standing.insurer",
                    "insurer_standing.id",
                    "id insurer at:time event self_discipline_on:date confidentiality_on:date ends_on:date successor reason"));

    @Bean
    static RecordKind insurerRecord() {
        return RECORD;
    }

    public List<InsurerStatusEvent> of(InsurerCode insurer) {
        return jdbc.sql("select * from insurer_standing where insurer = ? order by id")
                .param(insurer.value())
                .query(InsurerStatusHistory::event)
                .list();
    }

    /** The status of an insurer as it was recorded at an instant; empty if it had not joined yet. */
    public Optional<InsurerStatus> at(InsurerCode insurer, Instant at) {
        Optional<InsurerStatus> status = Optional.empty();
        for (InsurerStatusEvent event : of(insurer)) {
            if (!event.at().isAfter(at)) {
                status = Optional.of(status.orElse(InsurerStatus.JOINED).after(event));
            }
        }
        return status;
    }

    void change(Insurer insurer, InsurerStatusEvent event) {
        records.record(RECORD, insurer.code().value(), () -> write(insurer, event));
    }

    private void write(Insurer insurer, InsurerStatusEvent event) {
        append(insurer.code(), event);
        InsurerStatus after = insurer.standing().after(event);
        jdbc.sql("""
                update insurer set suspended_at = ?, self_discipline_on = ?, confidentiality_on = ?, agreements_end_on = ?,
                                   left_on = ?, successor = ?
                where code = ?
                """)
                .params(
                        after.suspendedAt()
                                .map(since -> since.atOffset(ZoneOffset.UTC))
                                .orElse(null),
                        after.agreements().selfDisciplineSince().orElse(null),
                        after.agreements().confidentialitySince().orElse(null),
                        after.agreements().endOn().orElse(null),
                        after.departure().map(InsurerStatus.Departure::on).orElse(null),
                        after.departure()
                                .flatMap(InsurerStatus.Departure::successor)
                                .map(InsurerCode::value)
                                .orElse(null),
                        insurer.code().value())
                .update();
    }

    /** Records a change that the insurer's own row already contains. */
    void append(InsurerCode insurer, InsurerStatusEvent event) {
        jdbc.sql("""
                insert into insurer_standing (insurer, at, event, self_discipline_on, confidentiality_on, ends_on, successor,
                                              reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        insurer.value(),
                        event.at().atOffset(ZoneOffset.UTC),
                        event.kind().name(),
                        event.agreements()
                                .flatMap(Agreements::selfDisciplineSince)
                                .orElse(null),
                        event.agreements()
                                .flatMap(Agreements::confidentialitySince)
                                .orElse(null),
                        event.endsOn().orElse(null),
                        event.successor().map(InsurerCode::value).orElse(null),
                        event.reason().orElse(null))
                .update();
    }

    private static InsurerStatusEvent event(ResultSet row, int number) throws SQLException {
        LocalDate selfDiscipline = row.getObject("self_discipline_on", LocalDate.class);
        return new InsurerStatusEvent(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                InsurerStatusEvent.Kind.valueOf(row.getString("event")),
                selfDiscipline == null
                        ? Optional.empty()
                        : Optional.of(
                                Agreements.since(selfDiscipline, row.getObject("confidentiality_on", LocalDate.class))),
                Optional.ofNullable(row.getObject("ends_on", LocalDate.class)),
                Optional.ofNullable(row.getString("successor")).map(InsurerCode::new),
                Optional.ofNullable(row.getString("reason")));
    }
}
