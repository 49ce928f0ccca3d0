package jinbo.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.exchange.format.CaseNotice;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.registry.GracePeriod;
import jinbo.testing.SettableClock;
import jinbo.testing.TestLines;
import jinbo.testing.TestSlice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever an insurer has to know is told in one file, and in no other. */
class InsurerNoticesIT {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final InsurerCode BEIDOU = new InsurerCode("BEIDOU");
    private static final CaseNotice.Sanction STOP = new CaseNotice.Sanction(
            true,
            "STOP_NEW_CUSTOMERS",
            Optional.empty(),
            LocalDate.of(2026, 3, 3),
            Optional.of(LocalDate.of(2026, 6, 2)));
    private static final CaseNotice.Sanction STOPPED =
            new CaseNotice.Sanction(false, STOP.sanction(), STOP.salesperson(), STOP.from(), STOP.until());

    private final SettableClock clock = new SettableClock("2026-03-02T09:00:00+08:00");
    private final List<PendingNotice> sanctions = new ArrayList<>();

    private TestSlice parts;
    private InsurerNotices insurerNotices;
    private int sequence;

    @BeforeEach
    void twoInsurersTakePart() {
        parts = new TestSlice(
                clock,
                beans -> {
                    beans.registerBean(GracePeriod.class, () -> new GracePeriod(7));
                    beans.registerBean(
                            PendingNotices.class, () -> insurer -> insurer.equals(YUNHE) ? sanctions : List.of());
                },
                TestSlice.OF_CASES);
        insurerNotices = parts.bean(InsurerNotices.class);
        for (InsurerCode code : List.of(YUNHE, BEIDOU)) {
            parts.bean(Insurers.class)
                    .add(code, code + " Life", TestLines.LIFE, new DropLocation.Embedded(Set.of()), clock.instant());
        }
        parts.sql().sql("""
                insert into sanction (id, insurer, kind, ladder_from, step) overriding system value
                values (7, 'YUNHE', 'STOP_NEW_CUSTOMERS', '2026-01-01', 1)
                """).update();
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void thatASanctionBeginsAndThatItEndsIsToldOnceEach() {
        assertThat(insurerNotices.hasNotices(YUNHE)).isFalse();
        sanctions.add(PendingNotice.ofSanction(STOP, 7));
        assertThat(List.of(insurerNotices.hasNotices(YUNHE), insurerNotices.hasNotices(BEIDOU)))
                .containsExactly(true, false);

        assertThat(told(YUNHE, false)).containsExactly(STOP);
        assertThat(insurerNotices.hasNotices(YUNHE)).isFalse();
        sanctions.add(PendingNotice.ofSanction(STOPPED, 7));

        assertThat(told(YUNHE, false)).containsExactly(STOPPED);
        assertThat(insurerNotices.hasNotices(YUNHE)).isFalse();
    }

    @Test
    void theRowOfAComplaintSaysWhatTheCallWasToSellIfTheConsumerKnows() {
        complain(13810001234L, YUNHE, Optional.of(new LineCode("LIFE")));
        complain(13810005678L, YUNHE);

        assertThat(told(YUNHE, true))
                .extracting(notice -> ((CaseNotice.Complaint) notice).businessLine())
                .containsExactly(Optional.of(new LineCode("LIFE")), Optional.empty());
    }

    @Test
    void withoutLeaveToHandNumbersOverComplaintsWaitAndAllElseIsTold() {
        sanctions.add(PendingNotice.ofSanction(STOP, 7));
        CaseNumber number = complain(13810001234L, YUNHE);

        assertThat(told(YUNHE, false)).containsExactly(STOP);
        assertThat(insurerNotices.hasQuestions(YUNHE)).isTrue();
        assertThat(told(YUNHE, true))
                .containsExactly(new CaseNotice.Complaint(
                        number.value(),
                        new Mobile(13810001234L),
                        clock.instant().minus(Duration.ofHours(1)),
                        Optional.empty(),
                        "SALES",
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 3, 16))));
        assertThat(insurerNotices.hasQuestions(YUNHE)).isFalse();
    }

    @Test
    void aCaseThatIsGivenToAnotherInsurerIsAskedOfThatOneAndOfNobodyElse() {
        CaseNumber number = complain(13810001234L, YUNHE);
        parts.inTransaction(() -> parts.bean(CaseHistory.class)
                .recordParty(
                        stored(number),
                        new CaseParty(BEIDOU, Optional.empty(), Optional.empty()),
                        Actor.batch(),
                        clock.instant()));

        assertThat(List.of(insurerNotices.hasQuestions(YUNHE), insurerNotices.hasQuestions(BEIDOU)))
                .containsExactly(false, true);
        assertThat(told(BEIDOU, true)).hasSize(1);
        assertThat(List.of(insurerNotices.hasQuestions(YUNHE), insurerNotices.hasQuestions(BEIDOU)))
                .containsOnly(false);
    }

    @Test
    void whatIsRolledBackWasNotTold() {
        CaseNumber number = complain(13810001234L, YUNHE);
        new TransactionTemplate(parts.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            assertThat(collect(YUNHE, true)).hasSize(1);
            status.setRollbackOnly();
        });

        assertThat(parts.bean(Cases.class).find(number).orElseThrow().state()).isEqualTo(CaseState.OPEN);
        assertThat(told(YUNHE, true)).hasSize(1);
    }

    /** What the next file tells. */
    private List<CaseNotice> told(InsurerCode insurer, boolean asking) {
        List<CaseNotice> sent = new ArrayList<>();
        parts.inTransaction(() -> {
            List<PendingNotice> notices = collect(insurer, asking);
            sequence++;
            insurerNotices.record(
                    new CaseFile(
                            insurer,
                            sequence,
                            "file " + sequence,
                            "file " + sequence,
                            1,
                            "0".repeat(64),
                            clock.instant(),
                            1,
                            Optional.empty()),
                    notices);
            notices.forEach(notice -> sent.add(notice.notice()));
        });
        return sent;
    }

    private List<PendingNotice> collect(InsurerCode insurer, boolean asking) {
        AccessPermit permit = parts.bean(AccessLog.class)
                .begin(new Access(
                        Actor.batch(), AccessAction.HAND_OVER_CASES, "a test", Optional.of(insurer.value()), "a file"));
        return asking ? insurerNotices.notices(insurer, permit, Actor.batch()) : insurerNotices.tell(insurer);
    }

    private CaseNumber complain(long consumer, InsurerCode insurer) {
        return complain(consumer, insurer, Optional.empty());
    }

    private CaseNumber complain(long consumer, InsurerCode insurer, Optional<LineCode> line) {
        return parts.bean(Cases.class)
                .open(
                        new CallComplaint(
                                new Mobile(consumer),
                                Optional.of(insurer),
                                line,
                                Optional.empty(),
                                clock.instant().minus(Duration.ofHours(1)),
                                CallPurpose.SALES,
                                ""),
                        CaseSource.CONSUMER,
                        UUID.randomUUID(),
                        Actor.consumer(),
                        "a test");
    }

    private CaseRows.Stored stored(CaseNumber number) {
        return parts.bean(CaseRows.class).find(number).orElseThrow();
    }
}
