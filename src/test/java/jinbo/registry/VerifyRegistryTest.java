package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jinbo.exchange.Term;
import jinbo.insurer.Insurer;
import jinbo.insurer.Sector;
import jinbo.registry.TestRegistry.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each way of changing the database behind the program's back is found, by the rule that it breaks. */
class VerifyRegistryTest {

    private static final List<String> TABLES =
            List.of("registry_head", "act_batch", "registration", "block", "finding", "inbound_file");

    private static TestRegistry registry;
    private static JdbcTemplate sql;

    @BeforeAll
    static void takeThreeUploadsIn() {
        registry = new TestRegistry();
        sql = new JdbcTemplate(registry.parts().dataSource());
        Insurer yunhe = registry.join("YUNHE", Sector.LIFE);
        Insurer beidou = registry.join("BEIDOU", Sector.PROPERTY);
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.all(13810001234L, Term.ONE_YEAR));
        registry.merge(
                yunhe,
                "2012-09-24",
                "2012-10-10",
                Row.self(13810001234L, Term.TWO_YEARS),
                Row.all(13810001235L, Term.SIX_MONTHS));
        registry.merge(beidou, "2012-09-24", "2012-10-10", Row.all(13810001236L, Term.SIX_MONTHS));
        sql.update("update inbound_file set status = 'PARTLY_ACCEPTED', rows = 2, refused = 1 where id = 1");
        sql.update("insert into finding values (1, 1, 3, 'mobile', 'MOBILE_LANDLINE')");
        sql.update("insert into finding values (1, 2, 3, 'scope', 'SCOPE_UNKNOWN')");
        sql.update("insert into finding values (1, 3, 2, 'mobile', 'SEGMENT_UNKNOWN')");
        TABLES.forEach(table -> sql.update("create table good_" + table + " as select * from " + table));
    }

    @AfterEach
    void undoTheTampering() {
        TABLES.forEach(table -> sql.update("delete from " + table));
        for (String table : List.of("inbound_file", "finding", "registry_head", "act_batch", "registration", "block")) {
            sql.update("insert into " + table + " overriding system value" + " select * from good_" + table);
        }
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    @Test
    void anUntouchedRegistryHoldsEveryRule() {
        assertThat(registry.verify()).hasSizeGreaterThan(6).allMatch(Check::holds);
        assertThat(registry.verify().get(0).checked()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a block that ends earlier | follow from its acts | update block set expires_on = expires_on - 1 where mobile = 13810001235
            a block that begins later | follow from its acts | update block set effective_on = effective_on + 1 where mobile = 13810001235
            a block that ends before it begins | follow from its acts | update block set expires_on = effective_on - 1 where mobile = 13810001235
            a block removed | follow from its acts | delete from block where mobile = 13810001236
            an insurer's own block removed | follow from its acts | delete from block where mobile = 13810001234 and scope < 32000
            a block added | follow from its acts | insert into block values (13910001234, 32001, '2012-10-09', '2013-10-09', 1)
            a block moved to another number | follow from its acts | update block set mobile = 13910001234 where mobile = 13810001236
            a block moved to another sector | follow from its acts | update block set scope = 32002 where mobile = 13810001235
            an act with a longer term | follow from its acts | update registration set expires_on = expires_on + 1 where mobile = 13810001235
            an act that ends before it begins | follow from its acts | update registration set expires_on = effective_on - 1 where mobile = 13810001235
            an act on another number | follow from its acts | update registration set mobile = 13910001234 where mobile = 13810001235
            an act removed | counts the acts | delete from registration where mobile = 13810001235
            an act added | counts the acts | insert into registration select batch, 99, mobile, scope, complaint, complained_on, effective_on, expires_on from registration where mobile = 13810001235
            an act of no batch | belongs to a committed batch | update registration set batch = 77 where mobile = 13810001236
            a batch that counts more acts | counts the acts | update act_batch set acts = acts + 1 where revision = 2
            a gap in the revisions | without gaps | update act_batch set revision = 9 where revision = 3
            a batch without revision | without gaps | update act_batch set revision = null where revision = 3
            the registry's head moved | without gaps | update registry_head set revision = revision + 1
            a batch whose file is unknown | every batch comes from a file | update act_batch set inbound_file = 77 where revision = 3
            a batch counted for a file that was refused | every batch comes from a file | update inbound_file set status = 'REFUSED', rows = 0, accepted = 0, refused = 0 where id = 3
            a file that counts more accepted rows | is an act, once | update inbound_file set rows = rows + 1, accepted = accepted + 1 where id = 2
            a finding removed | has its finding | delete from finding where inbound_file = 1 and line = 3
            findings moved to a line that has one | has its finding | update inbound_file set refused = 2, rows = rows + 1 where id = 1
            """)
    void isFoundByItsRule(String tampering, String rule, String statement) {
        assertThat(sql.update(statement)).isPositive();

        List<Check> broken =
                registry.verify().stream().filter(check -> !check.holds()).toList();

        assertThat(broken)
                .as(tampering)
                .anyMatch(check -> check.code().in(java.util.Locale.ENGLISH).contains(rule));
        assertThat(broken).allSatisfy(check -> {
            assertThat(check.wrong()).isPositive();
            assertThat(check.examples()).isNotEmpty();
        });
        assertThat(broken.toString()).doesNotContainPattern("1[3-9]\\d{9}");
    }

    @Test
    void theAccessLogSaysThatTheWholeRegistryWasReadAndWhatCameOfIt() {
        sql.update("delete from block where mobile = 13810001236");

        registry.verify();

        assertThat(sql.queryForList("select phase, coalesce(outcome, '-') as outcome, coalesce(numbers, -1) as numbers"
                        + " from access_log_entry order by index desc limit 2"))
                .extracting(row -> row.get("phase") + " " + row.get("outcome") + " " + row.get("numbers"))
                .containsExactly("RESULT DIFFERS 3", "INTENT - -1");
    }
}
