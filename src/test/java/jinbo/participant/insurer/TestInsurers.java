package jinbo.participant.insurer;

import java.time.LocalDate;
import java.util.Set;
import jinbo.reference.business.LineCode;
import jinbo.testing.SettableClock;
import jinbo.testing.TestLines;
import jinbo.testing.TestSlice;

/** The package on a database of its own, with YUNHE and XINHE (life) and BEIDOU (property), without agreements. */
final class TestInsurers implements AutoCloseable {

    static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    static final InsurerCode XINHE = new InsurerCode("XINHE");
    static final InsurerCode BEIDOU = new InsurerCode("BEIDOU");
    static final LocalDate LONG_AGO = LocalDate.of(2012, 1, 1);

    final SettableClock clock = new SettableClock("2012-09-21T09:00:00+08:00");
    private final TestSlice parts =
            new TestSlice(clock, "jinbo.accesslog", "jinbo.participant.insurer", "jinbo.reference.business");

    TestInsurers() {
        join(YUNHE, TestLines.LIFE);
        join(XINHE, TestLines.LIFE);
        join(BEIDOU, TestLines.PROPERTY);
    }

    Insurers insurers() {
        return parts.bean(Insurers.class);
    }

    InsurerStatusHistory standings() {
        return parts.bean(InsurerStatusHistory.class);
    }

    EndParticipation endings() {
        return parts.bean(EndParticipation.class);
    }

    SalesUnits units() {
        return parts.bean(SalesUnits.class);
    }

    TestSlice parts() {
        return parts;
    }

    /** The kinds of the events, in order. */
    String events(InsurerCode insurer) {
        return String.join(
                " ",
                standings().of(insurer).stream()
                        .map(event -> event.kind().name())
                        .toList());
    }

    private void join(InsurerCode code, Set<LineCode> lines) {
        insurers().add(code, code + " of the test", lines, new DropLocation.Embedded(Set.of()), clock.instant());
    }

    @Override
    public void close() {
        parts.close();
    }
}
