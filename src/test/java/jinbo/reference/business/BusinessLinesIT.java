package jinbo.reference.business;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jinbo.testing.SettableClock;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines of business are data: three are built in, others can be added, and lines are closed, but never removed. */
class BusinessLinesIT {

    private static final LineCode HEALTH = new LineCode("HEALTH");
    private static final LineCode MOTOR = new LineCode("MOTOR");
    private static final LocalDate TODAY = LocalDate.of(2012, 9, 21);

    private final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private final TestSlice parts = new TestSlice(clock, "jinbo.accesslog", "jinbo.reference.business");
    private final BusinessLines lines = parts.bean(BusinessLines.class);

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void newDatabaseHasThreeLines() {
        assertThat(lines.all())
                .extracting(line -> line.code() + " " + line.nameIn(Locale.ENGLISH) + " " + line.nameIn(Locale.CHINESE))
                .containsExactly(
                        "LIFE Life and health insurance 人身险",
                        "MOTOR Motor insurance 车险",
                        "PROPERTY Property insurance other than motor 其他财产险");
        assertThat(lines.openOn(TODAY)).isEqualTo(lines.all());
    }

    @Test
    void addedLineIsOpenFromItsDayWithOwnScope() {
        BusinessLine health = lines.add(HEALTH, "Health insurance", "健康险", TODAY.plusDays(1), clock.instant());

        assertThat(health.scope()).isEqualTo((short) 32_005);
        assertThat(lines.all()).hasSize(4).contains(health);
        assertThat(lines.openOn(TODAY)).doesNotContain(health);
        assertThat(lines.getOpen(HEALTH, TODAY.plusDays(1))).isEqualTo(health);
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> lines.getOpen(HEALTH, TODAY))
                .is(error(LineError.LINE_NOT_OPEN))
                .withMessage("The line of business HEALTH is not open on 2012-09-21; it opens on 2012-09-22");
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> lines.add(HEALTH, "Other", "其他", TODAY, clock.instant()))
                .is(error(LineError.LINE_EXISTS));
    }

    @Test
    void closedLineStaysInTheTable() {
        BusinessLine closed = lines.close(MOTOR, TODAY.plusDays(2), clock.instant());

        assertThat(closed.isOpenOn(TODAY.plusDays(1))).isTrue();
        assertThat(closed.isOpenOn(TODAY.plusDays(2))).isFalse();
        assertThat(lines.get(MOTOR)).isEqualTo(closed);
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> lines.close(MOTOR, TODAY.plusDays(9), clock.instant()))
                .is(error(LineError.LINE_CLOSED_ALREADY))
                .withMessage("The line of business MOTOR is already closed, from 2012-09-23");
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> lines.add(MOTOR, "Motor", "车险", TODAY, clock.instant()))
                .is(error(LineError.LINE_EXISTS));
    }

    @Test
    void refusesToCloseForToday() {
        for (LocalDate day : List.of(TODAY.minusDays(1), TODAY)) {
            assertThatExceptionOfType(LineException.class)
                    .isThrownBy(() -> lines.close(MOTOR, day, clock.instant()))
                    .is(error(LineError.CLOSES_TOO_EARLY))
                    .withMessageContaining("the day must be after 2012-09-21");
        }
    }

    @Test
    void refusesToCloseBeforeTheSecondDay() {
        lines.add(HEALTH, "Health", "健康险", TODAY.plusDays(9), clock.instant());

        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> lines.close(HEALTH, TODAY.plusDays(9), clock.instant()))
                .is(error(LineError.CLOSES_TOO_EARLY))
                .withMessageStartingWith(
                        "A line of business cannot be closed on 2012-09-30: the day must be after 2012-09-30");
        lines.close(HEALTH, TODAY.plusDays(10), clock.instant());
    }

    @Test
    void refusesLongInvisibleOrMultilineNames() {
        for (String name : List.of("", " ", "a\nb", "a\u200bb", "a\u202eb", "x".repeat(61))) {
            assertThatIllegalArgumentException()
                    .as(name)
                    .isThrownBy(() -> lines.add(HEALTH, name, "健康险", TODAY, clock.instant()));
            assertThatIllegalArgumentException()
                    .as(name)
                    .isThrownBy(() -> lines.add(HEALTH, "Health", name, TODAY, clock.instant()));
        }
        assertThatIllegalArgumentException()
                .as("a short message has no room for it")
                .isThrownBy(() -> lines.add(HEALTH, "Health", "险".repeat(31), TODAY, clock.instant()));
        assertThat(lines.add(HEALTH, "x".repeat(60), "险".repeat(30), TODAY, clock.instant())
                        .chineseName())
                .isEqualTo("险".repeat(30));
    }

    @Test
    void unknownLineNamesExistingLines() {
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> lines.get(HEALTH))
                .is(error(LineError.LINE_UNKNOWN))
                .withMessage("Line of business HEALTH does not exist. Known: LIFE, MOTOR, PROPERTY");
    }

    @Test
    void refusesMoreLinesThanScopes() {
        for (int number = 0; number < 251; number++) {
            lines.add(new LineCode("L" + number), "Line", "险种", TODAY, clock.instant());
        }

        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> lines.add(HEALTH, "Health insurance", "健康险", TODAY, clock.instant()))
                .is(error(LineError.TOO_MANY_LINES))
                .withMessage("There are already 254 lines of business, which is the limit");
    }
}
