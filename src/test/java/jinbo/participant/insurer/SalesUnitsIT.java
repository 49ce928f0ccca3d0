package jinbo.participant.insurer;

import static jinbo.participant.insurer.TestInsurers.BEIDOU;
import static jinbo.participant.insurer.TestInsurers.YUNHE;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SalesUnitsIT {

    private static final UnitCode HAIDIAN = new UnitCode("HAIDIAN-2");
    private static final UnitCode BANK = new UnitCode("BANK");
    private static final LocalDate SIGNED = LocalDate.of(2012, 9, 1);

    private static TestInsurers test;

    @BeforeAll
    static void start() {
        test = new TestInsurers();
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void noUnits() {
        test.parts().sql().sql("delete from sales_unit").update();
    }

    @Test
    void anInsurersUnitsAreItsOwn() {
        SalesUnit haidian = add(YUNHE, HAIDIAN, SalesUnit.Kind.BRANCH, Optional.empty());
        SalesUnit bank = add(YUNHE, BANK, SalesUnit.Kind.BANK, Optional.of(SIGNED));
        SalesUnit namesake = add(BEIDOU, HAIDIAN, SalesUnit.Kind.AGENCY, Optional.empty());

        assertThat(test.units().of(YUNHE)).as("in order of their codes").containsExactly(bank, haidian);
        assertThat(test.units().find(BEIDOU, HAIDIAN)).hasValue(namesake);
        assertThat(test.units().find(BEIDOU, BANK)).isEmpty();
    }

    @Test
    void aUnitIsBoundFromTheFirstDayOfItsAgreement() {
        add(YUNHE, HAIDIAN, SalesUnit.Kind.BRANCH, Optional.empty());
        assertThat(test.units().requireOpen(YUNHE, HAIDIAN).isBound(SIGNED)).isFalse();

        SalesUnit bound = test.units().agree(YUNHE, HAIDIAN, SIGNED);

        assertThat(bound.isBound(SIGNED)).isTrue();
        assertThat(bound.isBound(SIGNED.minusDays(1))).isFalse();
    }

    @Test
    void aClosedUnitStaysKnownAndKeepsItsCode() {
        add(YUNHE, HAIDIAN, SalesUnit.Kind.BRANCH, Optional.of(SIGNED));
        Instant closed = test.clock.instant();
        test.units().close(YUNHE, HAIDIAN, closed);

        SalesUnit again = test.units().close(YUNHE, HAIDIAN, closed.plus(Duration.ofDays(1)));

        assertThat(again.closedAt()).as("closing it again changes nothing").hasValue(closed);
        assertThat(again.isOpen()).isFalse();
        assertThat(test.units().of(YUNHE)).containsExactly(again);
        assertThatThrownBy(() -> test.units().agree(YUNHE, HAIDIAN, SIGNED))
                .is(error(InsurerError.UNIT_CLOSED))
                .hasMessageContaining("The sales unit HAIDIAN-2 of YUNHE is closed");
        assertThatThrownBy(() -> add(YUNHE, HAIDIAN, SalesUnit.Kind.BRANCH, Optional.empty()))
                .is(error(InsurerError.UNIT_EXISTS))
                .hasMessageContaining("YUNHE already has, or had, a sales unit HAIDIAN-2");
    }

    @Test
    void unknownUnitIsReportedWithTheKnownOnes() {
        assertThatThrownBy(() -> test.units().requireOpen(YUNHE, BANK))
                .is(error(InsurerError.UNIT_UNKNOWN_NONE_YET))
                .hasMessage("YUNHE has no sales unit BANK, and no sales units yet; add one with \"unit add YUNHE\"");
        add(YUNHE, HAIDIAN, SalesUnit.Kind.BRANCH, Optional.empty());
        add(YUNHE, new UnitCode("AGENTS"), SalesUnit.Kind.AGENCY, Optional.empty());

        assertThatThrownBy(() -> test.units().agree(YUNHE, BANK, SIGNED))
                .hasMessage("YUNHE has no sales unit BANK. Known: AGENTS, HAIDIAN-2");
        assertThatThrownBy(() -> test.units().close(YUNHE, BANK, test.clock.instant()))
                .is(error(InsurerError.UNIT_UNKNOWN));
        assertThatThrownBy(() -> test.units().close(new InsurerCode("NOBODY"), BANK, test.clock.instant()))
                .is(error(InsurerError.INSURER_UNKNOWN_SOME_KNOWN));
    }

    @Test
    void unitsOfInsurerThatHasLeftCanOnlyBeClosed() {
        try (TestInsurers own = new TestInsurers()) {
            Instant now = own.clock.instant();
            SalesUnit unit = new SalesUnit(
                    YUNHE, HAIDIAN, "Haidian", SalesUnit.Kind.BRANCH, Optional.empty(), now, Optional.empty());
            own.units().add(unit);
            own.endings().leave(YUNHE, SIGNED, "licence given back", now);

            assertThatThrownBy(() -> own.units()
                            .add(new SalesUnit(
                                    YUNHE, BANK, "Bank", SalesUnit.Kind.BANK, Optional.empty(), now, Optional.empty())))
                    .is(error(InsurerError.INSURER_LEFT));
            assertThat(own.units().close(YUNHE, HAIDIAN, now).isOpen()).isFalse();
        }
    }

    private static SalesUnit add(InsurerCode insurer, UnitCode code, SalesUnit.Kind kind, Optional<LocalDate> signed) {
        return test.units()
                .add(new SalesUnit(
                        insurer, code, code + " of " + insurer, kind, signed, test.clock.instant(), Optional.empty()));
    }
}
