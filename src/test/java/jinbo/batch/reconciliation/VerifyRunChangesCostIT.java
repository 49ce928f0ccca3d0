package jinbo.batch.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.stream.Stream;
import jinbo.testing.FindingRowWriter;
import jinbo.testing.RegistrationRowWriter;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The look at what a run has touched costs the same beside 20,000 other files and lists, which no statistics tell of, as
 * beside none: pages of the database are counted, not time.
 */
class VerifyRunChangesCostIT {

    /** An index look-up reads three or four pages here; a table or an index read whole has hundreds. */
    private static final long MOST_PAGES = 100;

    private static HikariDataSource dataSource;

    @BeforeAll
    static void manyFilesAndLists() {
        dataSource = TestDatabase.fresh();
        JdbcClient sql = JdbcClient.create(TestDatabase.owner(dataSource.getJdbcUrl()));
        sql.sql("""
                set session_replication_role = replica;
                insert into insurer (code, name, sector, joined_at, drop_keys)
                select 'INS' || i, 'x', 'LIFE', now(), '{}' from generate_series(1, 200) i;
                insert into inbound_file (insurer, remote_name, stem, size, modified_at, sha256, received_at, status, rows,
                                          accepted, refused, access_log_id, judged_answer, archived_as, finished_answer)
                select 'INS' || (i %% 200 + 1), 'f' || i, 'f' || i, 1, now(), 'x', now(), 'PARTLY_ACCEPTED', 2, 1, 1, i, 1, 'a', 1
                from generate_series(1, 20000) i;
                insert into held_decision select i, 2, 'REFUSE', 'x', 'x', now(), 'OPERATOR', 'x', null from generate_series(1, 20000) i;
                %s;
                insert into answer select i, 1, k, 'INS1', k || i, 'x', 1, 'x', now()
                from generate_series(1, 20000) i, unnest(array['OUTCOME', 'RECEIPT']) k;
                insert into registration_batch (revision, kind, inbound_file, insurer, registered_at, registered_on, effective_on,
                                       calendar_version, registrations)
                select i, 'COMPLAINTS', i, i %% 200 + 1, now(), current_date, current_date, 'x', 1
                from generate_series(1, 20000) i;
                %s;
                update registry_head set revision = 20000;
                insert into access_log_entry (id, at, phase, intent, actor, role, operating_system_user, action, purpose,
                                              insurer, object, outcome, numbers)
                overriding system value
                select i, now(), 'RESULT', i, 'x', 'BATCH', 'x', 'TAKE_IN', 'x', 'INS1', 'f' || i, 'x', 1 from generate_series(1, 20000) i;
                insert into access_log_place select i - 1, i from generate_series(1, 20000) i;
                insert into publication (as_of, use_by, revision) select now(), current_date, 1 from generate_series(1, 100);
                insert into block_list
                select 'INS' || i, s, s, 'full', 1, now(), current_date, 0, 0, 1, 'x', 'x', 'x', '{}', 'x', 'x', i, now(), now()
                from generate_series(1, 200) i, generate_series(1, 100) s;
                set session_replication_role = origin;
                """.formatted(FindingRowWriter.insert("""
                select i, 1, 2, 'mobile', 'MOBILE_LANDLINE' from generate_series(1, 20000) i
                """), RegistrationRowWriter.insert("""
                select i::bigint, 3, 13810000000 + i, 32001, 1, current_date, current_date, current_date + 1
                from generate_series(1, 20000) i
                """)))
                .update();
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void readsAFewPages(VerifiedRule rule, String query, RuleScope ruleScope) {
        JsonNode plan = ReadSnapshot.read(dataSource, (connection, snapshot) -> {
            VerifyRunChanges.BY_INDEX.forEach(setting -> snapshot.sql(setting).update());
            // the first time a connection also reads of the catalog what the tables are
            explained(snapshot, query, ruleScope);
            return JsonMapper.shared().readTree(explained(snapshot, query, ruleScope));
        });

        JsonNode top = plan.at("/0/Plan");
        assertThat(top.at("/Shared Hit Blocks").asLong()
                        + top.at("/Shared Read Blocks").asLong())
                .as(plan.toPrettyString())
                .isLessThan(MOST_PAGES);
    }

    private static String explained(JdbcClient snapshot, String query, RuleScope ruleScope) {
        return snapshot.sql("explain (analyze, buffers, format json) " + ruleScope.apply(query))
                .params(ruleScope.parameters())
                .query(String.class)
                .single();
    }

    static Stream<Object[]> rules() {
        RuleScope files = RuleScope.files(List.of(777L, 15_000L));
        RuleScope lists = RuleScope.lists(List.of("INS7", "INS150"), List.of(50L, 99L));
        Stream<Object[]> sums = Stream.of(files, lists)
                .flatMap(ruleScope -> QueryRule.ALL.stream()
                        .filter(rule -> ruleScope.supports(rule.count()))
                        .flatMap(rule -> Stream.of(rule.count(), rule.offenders())
                                .map(query -> new Object[] {rule.rule(), query, ruleScope})));
        return Stream.concat(
                sums,
                Stream.of(
                        new Object[] {VerifiedRule.SPOOLED_ANSWERS_ARE_WHOLE, SpoolRules.UNDELIVERED, files},
                        new Object[] {VerifiedRule.SPOOLED_UPLOADS_ARE_WHOLE, SpoolRules.WAITING, files},
                        new Object[] {VerifiedRule.SPOOLED_LISTS_ARE_WHOLE, RecordedList.LISTS, lists}));
    }
}
