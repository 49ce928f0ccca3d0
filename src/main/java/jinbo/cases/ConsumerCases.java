package jinbo.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds to how cases stand what came of them and what comes next, as far as a consumer is told. */
@Component
record ConsumerCases(JdbcClient jdbc) {

    List<ConsumerCase> of(List<CaseRows.Stored> cases) {
        Map<Long, CaseRows.Stored> byId =
                cases.stream().collect(Collectors.toMap(CaseRows.Stored::id, Function.identity()));
        return jdbc.sql("""
                select c.id, d.ruling, d.grounds,
                       %s as contested
                from unnest(?) with ordinality c(id, place)
                join newest_case_event e on e.call_case = c.id
                left join newest_case_decision d on d.call_case = c.id
                order by c.place
                """.formatted(CaseSide.HAS_CONTESTED))
                .param(cases.stream().map(CaseRows.Stored::id).toArray(Long[]::new))
                .query((row, number) -> consumerCase(byId.get(row.getLong("id")), row))
                .list();
    }

    private static ConsumerCase consumerCase(CaseRows.Stored stored, ResultSet row) throws SQLException {
        Optional<CaseRuling> ruling =
                Optional.ofNullable(row.getString("ruling")).map(CaseRuling::valueOf);
        return new ConsumerCase(
                stored.summary(),
                ruling,
                ruling.isPresent() ? grounds((String[]) row.getArray("grounds").getArray()) : List.of(),
                stored.summary().dueOn(),
                row.getBoolean("contested"));
    }

    private static List<ViolationGround> grounds(String[] names) {
        return Arrays.stream(names).map(ViolationGround::valueOf).sorted().toList();
    }
}
