package jinbo.participant.insurer;

import static jinbo.participant.insurer.TestInsurers.YUNHE;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.business.LineError;
import jinbo.reference.business.LineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InsurerLinesIT {

    private static final LineCode LIFE = new LineCode("LIFE");
    private static final LineCode MOTOR = new LineCode("MOTOR");
    private static final LocalDate TODAY = LocalDate.of(2012, 9, 21);

    private final TestInsurers test = new TestInsurers();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void sellsFirstLinesFromTheDayOfJoining() {
        assertThat(test.insurers().get(YUNHE).lines())
                .extracting(line -> line.name() + " " + line.periods())
                .containsExactly("YUNHE/LIFE [Period[since=2012-09-21, endedOn=Optional.empty]]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> test.insurers()
                        .add(
                                new InsurerCode("NOTHING"),
                                "Sells nothing",
                                Set.of(),
                                new DropLocation.Embedded(Set.of()),
                                test.clock.instant()));
    }

    @Test
    void sellsALineFromOneDayUntilAnother() {
        test.insurers().addLine(YUNHE, MOTOR, TODAY.plusDays(1), test.clock.instant());
        Insurer yunhe = test.insurers().endLine(YUNHE, LIFE, TODAY.plusDays(3), test.clock.instant());

        assertThat(sold(yunhe, TODAY)).containsExactly("LIFE");
        assertThat(sold(yunhe, TODAY.plusDays(1))).containsExactly("LIFE", "MOTOR");
        assertThat(sold(yunhe, TODAY.plusDays(3))).containsExactly("MOTOR");
        assertThat(test.insurers().all()).contains(yunhe);
    }

    @Test
    void aLineThatIsSoldAgainKeepsItsScope() {
        test.insurers().addLine(YUNHE, MOTOR, TODAY.plusDays(1), test.clock.instant());
        short scope = test.insurers().get(new InsurerLine(YUNHE, MOTOR)).scope();
        test.insurers().endLine(YUNHE, MOTOR, TODAY.plusDays(2), test.clock.instant());

        Insurer yunhe = test.insurers().addLine(YUNHE, MOTOR, TODAY.plusDays(4), test.clock.instant());

        assertThat(yunhe.in(MOTOR).map(LineParticipation::scope)).contains(scope);
        assertThat(sold(yunhe, TODAY.plusDays(1))).contains("MOTOR");
        assertThat(sold(yunhe, TODAY.plusDays(3))).doesNotContain("MOTOR");
        assertThat(sold(yunhe, TODAY.plusDays(4))).contains("MOTOR");
    }

    @Test
    void aDayThatHasBegunIsRefused() {
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> test.insurers().addLine(YUNHE, MOTOR, TODAY, test.clock.instant()))
                .is(error(LineError.BEGINS_TOO_EARLY))
                .withMessageContaining("2012-09-21");
        test.insurers().addLine(YUNHE, MOTOR, TODAY.plusDays(1), test.clock.instant());
        test.clock.set("2012-09-24T09:00:00+08:00");
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(
                        () -> test.insurers().endLine(YUNHE, MOTOR, LocalDate.of(2012, 9, 24), test.clock.instant()))
                .is(error(LineError.ENDS_TOO_EARLY));
    }

    @Test
    void refusesToAddSoldLineAndToEndUnsoldLine() {
        assertThatExceptionOfType(InsurerException.class)
                .isThrownBy(() -> test.insurers().addLine(YUNHE, LIFE, TODAY.plusDays(1), test.clock.instant()))
                .is(error(InsurerError.LINE_TAKEN))
                .withMessage("The line LIFE is already recorded for YUNHE, from 2012-09-21 on;"
                        + " see \"insurer show YUNHE\"");
        assertThatExceptionOfType(InsurerException.class)
                .isThrownBy(() -> test.insurers().endLine(YUNHE, MOTOR, TODAY.plusDays(1), test.clock.instant()))
                .is(error(InsurerError.LINE_NOT_SOLD))
                .withMessage("YUNHE does not sell MOTOR, or its end is already recorded; see \"insurer show YUNHE\"");
    }

    @Test
    void theLastLineCannotBeEnded() {
        assertThatExceptionOfType(InsurerException.class)
                .isThrownBy(() -> test.insurers().endLine(YUNHE, LIFE, TODAY.plusDays(1), test.clock.instant()))
                .is(error(InsurerError.LAST_LINE))
                .withMessageContaining("\"insurer leave YUNHE\"");
        test.insurers().addLine(YUNHE, MOTOR, TODAY.plusDays(9), test.clock.instant());
        assertThatExceptionOfType(InsurerException.class)
                .as("the other one begins later")
                .isThrownBy(() -> test.insurers().endLine(YUNHE, LIFE, TODAY.plusDays(1), test.clock.instant()))
                .is(error(InsurerError.LAST_LINE));
    }

    @Test
    void aLineThatIsClosedThenIsNotTakenOn() {
        test.parts().bean(BusinessLines.class).close(MOTOR, TODAY.plusDays(5), test.clock.instant());

        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> test.insurers().addLine(YUNHE, MOTOR, TODAY.plusDays(5), test.clock.instant()))
                .is(error(LineError.LINE_NOT_OPEN_ANY_MORE));
        test.insurers().addLine(YUNHE, MOTOR, TODAY.plusDays(4), test.clock.instant());
    }

    @Test
    void whoHasLeftTakesNothingOn() {
        test.endings().leave(YUNHE, TODAY, "licence given back", test.clock.instant());

        assertThatExceptionOfType(InsurerException.class)
                .isThrownBy(() -> test.insurers().addLine(YUNHE, MOTOR, TODAY.plusDays(1), test.clock.instant()))
                .is(error(InsurerError.INSURER_LEFT));
    }

    @Test
    void anInsurerIsReadOverOneConnection() throws SQLException {
        HikariDataSource pool = (HikariDataSource) test.parts().bean(DataSource.class);
        List<Connection> others = new ArrayList<>();
        try {
            while (others.size() < pool.getMaximumPoolSize() - 1) {
                others.add(pool.getConnection());
            }
            pool.setConnectionTimeout(1000);

            assertThat(test.insurers().find(YUNHE)).isPresent();
        } finally {
            for (Connection other : others) {
                other.close();
            }
        }
    }

    @Test
    void readsInsurerInALineAsItIsWritten() {
        InsurerLine name = InsurerLine.parse("YUNHE/MOTOR");

        assertThat(name).isEqualTo(new InsurerLine(YUNHE, MOTOR)).hasToString("YUNHE/MOTOR");
        for (String none : List.of("YUNHE", "YUNHE/", "/MOTOR", "YUNHE/motor", "YUNHE/MOTOR/", "yunhe/MOTOR")) {
            assertThat(InsurerLine.isName(none)).as(none).isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> InsurerLine.parse(none));
        }
        assertThat(Optional.of(name)).contains(InsurerLine.parse(name.toString()));
    }

    private static List<String> sold(Insurer insurer, LocalDate day) {
        return insurer.linesOn(day).stream().map(line -> line.code().value()).toList();
    }
}
