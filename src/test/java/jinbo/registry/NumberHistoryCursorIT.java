package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.TestRegistry.Row;
import jinbo.testing.RegistrationRowWriter;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberHistoryCursorIT {

    private static final long NUMBER = 13810001234L;

    private final TestRegistry registry = new TestRegistry();
    private final TestRegistrations registrations = new TestRegistrations(registry);
    private Insurer yunhe;

    /** The second number has two registrations. */
    @BeforeEach
    void registerThreeRegistrationsOnTwoNumbers() {
        yunhe = registry.join("YUNHE", TestLines.LIFE);
        registry.merge(
                yunhe, "2012-09-21", "2012-10-09", Row.all(NUMBER + 1, Term.ONE_YEAR), Row.self(NUMBER, Term.ONE_YEAR));
        registrations.on("2012-10-09").choose(NUMBER + 1, Term.ONE_YEAR, yunhe);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void theyComeInOrderOfTheNumbersEachWhole() {
        assertThat(read())
                .containsExactly(
                        NUMBER + ": 1 registrations, last at revision 1, line 3, possible",
                        NUMBER + 1 + ": 2 registrations, last at revision 2, line 1, possible",
                        "3 rows");
    }

    @Test
    void theEndIsPastEveryNumber() {
        assertThat(NumberHistoryCursor.END).isGreaterThan(19_999_999_999L);
    }

    @Test
    void successionsStandAmongTheRegistrationsByTheirRevision() {
        Insurer heir = registry.join("HEIR", TestLines.LIFE);
        registrations.succeed(yunhe, heir);
        registrations.choose(NUMBER, Term.SIX_MONTHS, yunhe);

        assertThat(registrations.history(NUMBER).asOf(4L).of(heir.lines().get(0)))
                .isPresent();
        assertThat(registrations.history(NUMBER).asOf(2L).of(heir.lines().get(0)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a block that ends before it begins         | set expires_on = effective_on - 1
            a registration for an insurer that is not there  | set scope = 4711
            a complaint without a day                | set complained_on = null
            a complaint that binds nobody            | set scope = 0
            a block that begins at the end of time     | set effective_on = 'infinity'
            a block that ended before all time         | set expires_on = '-infinity'
            """)
    void whatWasWrittenPastTheProgramIsFoundWhereItStands(String what, String change) {
        RegistrationRowWriter.makeWritable(registry.sql());
        registry.sql()
                .sql("update registration " + change + " where mobile = ? and complaint is not null")
                .param(NUMBER + 1)
                .update();

        assertThat(read())
                .as(what)
                .containsExactly(
                        NUMBER + ": 1 registrations, last at revision 1, line 3, possible",
                        NUMBER + 1 + ": 1 registrations, last at revision 2, line 1, impossible",
                        "3 rows");
    }

    @ParameterizedTest
    @CsvSource({"insurer = 4711", "successor = 4711"})
    void aSuccessionThatCannotBeBindsNobody(String change) {
        Insurer heir = registry.join("HEIR", TestLines.LIFE);
        registrations.succeed(yunhe, heir);
        registry.sql().sql("alter table registration_batch disable trigger all").update();

        registry.sql()
                .sql("update registration_batch set " + change + " where kind = 'SUCCESSION'")
                .update();

        assertThat(registrations.history(NUMBER).asOf(3L).of(heir.lines().get(0)))
                .isEmpty();
        assertThat(registrations.history(NUMBER).asOf(3L).of(yunhe.lines().get(0)))
                .isPresent();
    }

    private List<String> read() {
        try (Connection connection = registry.parts().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            List<String> read = registry.parts()
                    .bean(NumberAccessTemplate.class)
                    .open(registry.permit(), connection, open -> readAll(open));
            connection.rollback();
            return read;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> readAll(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (NumberHistoryCursor numberHistoryCursor = NumberHistoryCursor.ofAll(connection)) {
            while (numberHistoryCursor.mobile() != NumberHistoryCursor.END) {
                long number = numberHistoryCursor.mobile();
                NumberHistory history = numberHistoryCursor.next();
                lines.add(number + ": " + history.registrations().size() + " registrations, last at "
                        + numberHistoryCursor.place() + ", "
                        + (numberHistoryCursor.isPossible() ? "possible" : "impossible"));
            }
            lines.add(numberHistoryCursor.read() + " rows");
        }
        return lines;
    }
}
