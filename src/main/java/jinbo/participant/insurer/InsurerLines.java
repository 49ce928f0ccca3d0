package jinbo.participant.insurer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the periods in which insurers sell lines. The caller must have locked the insurer in its transaction. */
@Component
record InsurerLines(JdbcClient jdbc, BusinessLines business, DecisionRecords records) {

    /** Rows derived from {@code insurer.sector} by a migration have no record; {@code registry verify} checks them. */
    private static final RecordKind RECORD = RecordKind.of(
            "line of insurer",
            new Part(
                    "insurer_line",
                    "join insurer_line decided on decided.insurer = insurer_line.insurer and decided.line = insurer_line.line"
                            + " and decided.since = insurer_line.since"
                            + " and (decided.added_at is not null or decided.ended_on is not null)",
                    "insurer_line.insurer || '/' || insurer_line.line",
                    "insurer_line.since - date '2000-01-01'",
                    "insurer line scope since:date ended_on:date added_at:time"));

    private static final String ORDERED = " order by insurer, line, since";

    @Bean
    static RecordKind insurerLineRecord() {
        return RECORD;
    }

    List<LineParticipation> of(InsurerCode insurer) {
        return participations(jdbc.sql("select * from insurer_line where insurer = ?" + ORDERED)
                        .param(insurer.value())
                        .query(Row::read)
                        .list())
                .getOrDefault(insurer, List.of());
    }

    Map<InsurerCode, List<LineParticipation>> all() {
        return participations(jdbc.sql("select * from insurer_line" + ORDERED)
                .query(Row::read)
                .list());
    }

    void add(InsurerCode insurer, LineCode code, LocalDate since, Instant at) {
        business.getOpen(code, since);
        records.record(
                RECORD,
                new InsurerLine(insurer, code).toString(),
                () -> jdbc.sql("""
                        insert into insurer_line (insurer, line, scope, since, added_at)
                        select :insurer, :line,
                               coalesce((select min(scope) from insurer_line where insurer = :insurer and line = :line),
                                        nextval(pg_get_serial_sequence('insurer', 'scope'))),
                               :since, :at
                        """)
                        .param("insurer", insurer.value())
                        .param("line", code.value())
                        .param("since", since)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update());
    }

    void end(InsurerCode insurer, LineCode code, LocalDate since, LocalDate on) {
        records.record(
                RECORD,
                new InsurerLine(insurer, code).toString(),
                () -> jdbc.sql("update insurer_line set ended_on = ? where insurer = ? and line = ? and since = ?")
                        .params(on, insurer.value(), code.value(), since)
                        .update());
    }

    private Map<InsurerCode, List<LineParticipation>> participations(List<Row> rows) {
        Map<LineCode, BusinessLine> lines =
                business.all().stream().collect(Collectors.toMap(BusinessLine::code, Function.identity()));
        return rows.stream()
                .filter(row -> lines.containsKey(row.name.line()))
                .collect(Collectors.groupingBy(Row::name, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(line -> new LineParticipation(
                        line.getKey().insurer(),
                        lines.get(line.getKey().line()),
                        line.getValue().get(0).scope,
                        line.getValue().stream().map(Row::period).toList()))
                .collect(Collectors.groupingBy(LineParticipation::insurer));
    }

    private record Row(InsurerLine name, short scope, LineParticipation.Period period) {

        static Row read(ResultSet row, int number) throws SQLException {
            return new Row(
                    new InsurerLine(new InsurerCode(row.getString("insurer")), new LineCode(row.getString("line"))),
                    row.getShort("scope"),
                    new LineParticipation.Period(
                            row.getObject("since", LocalDate.class),
                            Optional.ofNullable(row.getObject("ended_on", LocalDate.class))));
        }
    }
}
