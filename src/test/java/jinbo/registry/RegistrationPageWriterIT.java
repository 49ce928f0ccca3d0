package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessPermit;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.TestRegistry.Row;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registrations in pages are complete and correct, whichever query finds them. */
class RegistrationPageWriterIT {

    private static final long FIRST = 13810001000L;

    private final TestRegistry registry = new TestRegistry();
    private Insurer yunhe;

    @BeforeEach
    void joinAnInsurer() {
        yunhe = registry.join("YUNHE", TestLines.LIFE);
    }

    @AfterEach
    void theLogVouchesForEveryRegistration() {
        assertThat(registry.verify()).allMatch(RuleResult::holds);
        registry.close();
    }

    @Test
    void everyNumberOfAThousandIsFoundInItsPagesAndNoOther() {
        List<Row> rows = new ArrayList<>();
        LongStream.range(FIRST - 1, FIRST + 1001).forEach(mobile -> {
            rows.add(Row.all(mobile, Term.TWO_YEARS));
            rows.add(Row.self(mobile, Term.SIX_MONTHS));
        });

        merge(rows);

        assertThat(registry.sql()
                        .sql("select octet_length(places) / 2 from registration_page order by thousand, places")
                        .query(Integer.class)
                        .list())
                .as("acts of each page")
                .containsExactly(2, 500, 500, 500, 500, 2);
        assertThat(registry.sql()
                        .sql("""
                                select n from generate_series(?::bigint, ?) n
                                where (select array_agg(line order by line) from registrations_on(n))
                                          is distinct from array[2 + 2 * (n - ?), 3 + 2 * (n - ?)]::int[]
                                """)
                        .params(FIRST - 1, FIRST + 1000, FIRST - 1, FIRST - 1)
                        .query(Long.class)
                        .list())
                .as("numbers with other registrations than theirs")
                .isEmpty();
        assertThat(registry.sql()
                        .sql("select count(*) from registrations_on(?)")
                        .param(FIRST + 1001)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theViewShowsEachRegistrationAsItWasBrought() {
        merge(List.of(
                Row.self(FIRST + 999, Term.ONE_YEAR).of("2010-09-21"),
                Row.all(FIRST, Term.TWO_YEARS).of("2012-09-21")));

        assertThat(registry.sql()
                        .sql(
                                "select concat_ws(' ', line, mobile, scope, complaint, complained_on, effective_on, expires_on)"
                                        + " from registration order by line")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "2 13810001999 " + yunhe.lines().get(0).scope() + " 0 2010-09-21 2012-10-09 2013-10-09",
                        "3 13810001000 32001 0 2012-09-21 2012-10-09 2014-10-09");
    }

    @Test
    void anErasedNumberLeavesAllItsPagesAndTheOthersStay() {
        List<Row> rows = new ArrayList<>();
        LongStream.range(FIRST, FIRST + 600)
                .forEach(mobile -> rows.add(Row.all(mobile, mobile % 3 == 0 ? Term.TWO_YEARS : Term.SIX_MONTHS)));
        merge(rows);
        merge(rows);
        merge(List.of(Row.all(FIRST + 2000, Term.SIX_MONTHS)));
        registry.clock().set("2013-11-01T09:00:00+08:00");

        assertThat(erase()).isEqualTo(new ErasureCount(401, 801));

        assertThat(registry.count("registration where mobile % 3 = 0")).isEqualTo(400);
        assertThat(registry.count("registration_page where octet_length(places) = 0 or thousand <> 13810001"))
                .isZero();
    }

    @Test
    void ofDamagedPagesNothingIsErased() {
        merge(List.of(
                Row.all(FIRST, Term.SIX_MONTHS),
                Row.all(FIRST + 1, Term.SIX_MONTHS),
                Row.all(FIRST + 2, Term.SIX_MONTHS)));
        merge(List.of(Row.all(FIRST, Term.SIX_MONTHS)));
        // moves the first of three numbers behind the others, where the index does not expect it
        String turned =
                "update registration_page set places = byteacat(substring(places from %1$d), substring(places for %2$d)),"
                        + " registrations = byteacat(substring(registrations from %3$d), substring(registrations for %4$d)) where octet_length(places) = 6";
        registry.sql().sql(turned.formatted(3, 2, 13, 12)).update();
        List<String> before = registrations();

        assertThatThrownBy(() -> registry.sql()
                        .sql("select erase_registrations(array[?::bigint], '{2012}', '{2012}', array[sha256('x')])")
                        .param(FIRST)
                        .query(Long.class)
                        .single())
                .hasMessageContaining("registry verify");

        assertThat(registrations()).isEqualTo(before);
        registry.sql().sql(turned.formatted(5, 4, 25, 24)).update();
    }

    private List<String> registrations() {
        return registry.sql()
                .sql("select r::text from registration r order by batch, line")
                .query(String.class)
                .list();
    }

    private void merge(List<Row> rows) {
        registry.merge(yunhe, LocalDate.of(2012, 9, 21), LocalDate.of(2012, 10, 9), rows);
    }

    private ErasureCount erase() {
        AccessPermit permit = registry.permit(AccessAction.ERASE);
        return registry.parts()
                .inTransaction(() -> registry.parts()
                        .bean(EraseNumbers.class)
                        .next(permit, ErasureProgress.begin(LocalDate.of(2013, 4, 9), 5000)))
                .erased();
    }
}
