package jinbo.cases;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what was recorded last of a case, so that who has looked at it sees whether anything was added since. */
@Component
record CaseVersions(JdbcClient jdbc) {

    /** The newest rows of a case, by their ids; 0 where there is none. */
    record Rows(long event, long answer, long party) {}

    Rows of(CaseRows.Stored stored) {
        return jdbc.sql("""
                select coalesce((select max(id) from call_case_event where call_case = :id), 0) as event,
                       coalesce((select max(id) from call_case_answer where call_case = :id), 0) as answer,
                       coalesce((select max(id) from call_case_party where call_case = :id), 0) as party
                """)
                .param("id", stored.id())
                .query((row, number) -> new Rows(row.getLong("event"), row.getLong("answer"), row.getLong("party")))
                .single();
    }
}
