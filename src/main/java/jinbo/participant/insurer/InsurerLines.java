package jinbo.participant.insurer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jinbo.accesslog.DecisionRecords;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The periods in which insurers sell lines of business. */
@Component
record InsurerLines(JdbcClient jdbc, BusinessLines business, DecisionRecords records) {

    private static final String ORDERED = " order by insurer, line, since";

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

    /** Runs in the transaction of the caller, which has locked the insurer. */
    void add(InsurerCode insurer, LineCode code, LocalDate since, Instant at) {
        business.getOpen(code, since);
        records.record(
                InsurerRecords.LINE,
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

    /** Runs in the transaction of the caller, which has locked the insurer. */
    void end(InsurerCode insurer, LineCode code, LocalDate since, LocalDate on) {
        records.record(
                InsurerRecords.LINE,
                new InsurerLine(insurer, code).toString(),
                () -> jdbc.sql("update insurer_line set ended_on = ? where insurer = ? and line = ? and since = ?")
                        .params(on, insurer.value(), code.value(), since)
                        .update());
    }

    private Map<InsurerCode, List<LineParticipation>> participations(List<Row> rows) {
        Map<InsurerLine, List<Row>> byName = new LinkedHashMap<>();
        rows.forEach(row ->
                byName.computeIfAbsent(row.name, first -> new ArrayList<>()).add(row));
        Map<LineCode, BusinessLine> lines = new LinkedHashMap<>();
        business.all().forEach(line -> lines.put(line.code(), line));
        Map<InsurerCode, List<LineParticipation>> byInsurer = new LinkedHashMap<>();
        byName.forEach((name, periods) -> Stream.ofNullable(lines.get(name.line()))
                .map(line -> new LineParticipation(
                        name.insurer(),
                        line,
                        periods.get(0).scope,
                        periods.stream().map(Row::period).toList()))
                .forEach(participation -> byInsurer
                        .computeIfAbsent(name.insurer(), first -> new ArrayList<>())
                        .add(participation)));
        return byInsurer;
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
