package jinbo.participant.insurer;

import static jinbo.participant.insurer.TestInsurers.BEIDOU;
import static jinbo.participant.insurer.TestInsurers.LONG_AGO;
import static jinbo.participant.insurer.TestInsurers.XINHE;
import static jinbo.participant.insurer.TestInsurers.YUNHE;
import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InsurersOverTimeIT {

    private static final LocalDate TODAY = LocalDate.of(2012, 9, 21);

    private TestInsurers test;

    @BeforeEach
    void start() {
        test = new TestInsurers();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void statusFollowsFromTheAppendedEvents() {
        List<Runnable> life = List.of(
                () -> test.insurers().agree(YUNHE, LONG_AGO, TODAY, now()),
                () -> test.insurers().suspend(YUNHE, now()),
                () -> test.insurers().resume(YUNHE, now()),
                () -> test.endings().lapse(YUNHE, LocalDate.of(2012, 12, 1), "not renewed", now()),
                () -> test.insurers().agree(YUNHE, LONG_AGO, LONG_AGO, now()),
                () -> test.endings().leave(YUNHE, TODAY, "licence given back", now()),
                () -> test.endings().succeed(YUNHE, XINHE, TODAY.plusDays(9), "merger", now()));
        Map<Instant, Optional<InsurerStatus>> told = new LinkedHashMap<>();

        for (Runnable change : life) {
            test.clock.pass(Duration.ofDays(1));
            change.run();
            told.put(now(), test.standings().at(YUNHE, now()));
            assertThat(told.get(now())).hasValue(test.insurers().get(YUNHE).standing());
        }

        assertThat(test.events(YUNHE)).isEqualTo("JOINED AGREED SUSPENDED RESUMED LAPSED AGREED LEFT SUCCEEDED");
        assertThat(told)
                .as("what comes later changes no answer for the past")
                .allSatisfy((at, standing) ->
                        assertThat(test.standings().at(YUNHE, at)).isEqualTo(standing));
        assertThat(told.values()).hasSize(life.size());
        assertThat(test.events(XINHE)).as("of nobody else").isEqualTo("JOINED");
    }

    @Test
    void anInsurerHasNoStatusBeforeItJoined() {
        assertThat(test.standings().at(YUNHE, now().minusMillis(1))).isEmpty();
        assertThat(test.standings().at(YUNHE, now())).isPresent();
        assertThat(test.standings().at(new InsurerCode("NOBODY"), now())).isEmpty();
    }

    @Test
    void getsListsWhileBothAgreementsAreInForce() {
        test.insurers().agree(YUNHE, LONG_AGO, TODAY.plusDays(1), now());
        test.endings().lapse(YUNHE, TODAY.plusDays(9), "not renewed", now());

        InsurerStatus standing = test.insurers().get(YUNHE).standing();

        assertThat(List.of(0L, 1L, 8L, 9L))
                .extracting(days -> standing.mayReceive(TODAY.plusDays(days)))
                .containsExactly(false, true, true, false);
        assertThat(standing.agreements().haveExpired(TODAY.plusDays(8))).isFalse();
        assertThat(standing.agreements().haveExpired(TODAY.plusDays(9))).isTrue();
    }

    @Test
    void aSuspendedInsurerGetsNoList() {
        test.insurers().agree(YUNHE, LONG_AGO, LONG_AGO, now());

        assertThat(test.insurers().suspend(YUNHE, now()).standing().mayReceive(TODAY))
                .isFalse();
        assertThat(test.insurers().resume(YUNHE, now()).standing().mayReceive(TODAY))
                .isTrue();
    }

    @Test
    void whatChangesNothingIsNoEvent() {
        test.insurers().resume(YUNHE, now());
        test.insurers().suspend(YUNHE, now());
        Instant since = now();
        test.clock.pass(Duration.ofHours(1));

        assertThat(test.insurers().suspend(YUNHE, now()).suspendedAt()).hasValue(since);

        assertThat(test.events(YUNHE)).isEqualTo("JOINED SUSPENDED");
    }

    @Test
    void anEndCanOnlyMoveForward() {
        refused(() -> test.endings().lapse(YUNHE, TODAY, "never signed", now()), InsurerError.AGREEMENTS_NOT_SIGNED)
                .hasMessageContaining("has not signed both agreements")
                .hasMessageContaining("insurer agree YUNHE");
        test.insurers().agree(YUNHE, LONG_AGO, LONG_AGO, now());
        test.endings().lapse(YUNHE, TODAY.plusDays(9), "not renewed", now());

        refused(
                        () -> test.endings().lapse(YUNHE, TODAY.plusDays(9), "again", now()),
                        InsurerError.AGREEMENTS_ALREADY_END)
                .hasMessageContaining("already end on 2012-09-30");
        Insurer earlier = test.endings().lapse(YUNHE, TODAY.plusDays(8), "by mutual consent", now());

        assertThat(earlier.agreements().endOn()).hasValue(TODAY.plusDays(8));
        assertThat(test.insurers().agree(YUNHE, LONG_AGO, TODAY, now()).agreements())
                .as("what is signed anew has no end")
                .isEqualTo(Agreements.since(LONG_AGO, TODAY));
    }

    @Test
    void anInsurerThatHasLeftCannotChange() {
        test.insurers().agree(YUNHE, LONG_AGO, LONG_AGO, now());
        test.endings().leave(YUNHE, TODAY, "licence given back", now());
        List<ThrowingCallable> changes = List.of(
                () -> test.insurers().agree(YUNHE, LONG_AGO, LONG_AGO, now()),
                () -> test.insurers().suspend(YUNHE, now()),
                () -> test.insurers().resume(YUNHE, now()),
                () -> test.endings().lapse(YUNHE, TODAY, "over", now()),
                () -> test.endings().leave(YUNHE, TODAY, "again", now()),
                () -> test.insurers().requireNotLeft(YUNHE),
                () -> test.endings().requireEnd(YUNHE, TODAY));

        assertThat(changes)
                .allSatisfy(change -> refused(change, InsurerError.INSURER_LEFT)
                        .hasMessage("YUNHE left the exchange on 2012-09-21; to return, it must be added under"
                                + " another code with \"insurer add\""));
        assertThat(test.insurers().get(YUNHE).standing().mayReceive(TODAY)).isFalse();
        assertThat(test.events(YUNHE)).isEqualTo("JOINED AGREED LEFT");
    }

    @Test
    void aSuccessorSellsAllLinesAndIsAnotherInsurer() {
        assertThatExceptionOfType(InsurerException.class)
                .isThrownBy(() -> test.endings().succeed(YUNHE, YUNHE, TODAY, "merger", now()))
                .withMessageContaining("YUNHE cannot succeed itself");
        assertThat(refusal(YUNHE, BEIDOU))
                .contains("BEIDOU does not sell LIFE, which YUNHE sells or has sold; add each line with \"insurer"
                        + " add-line BEIDOU\" first");
        test.insurers().suspend(XINHE, now());
        assertThat(refusal(YUNHE, XINHE)).contains("XINHE is suspended; resume it first");
        test.endings().leave(XINHE, TODAY, "licence given back", now());
        assertThat(refusal(YUNHE, XINHE)).contains("XINHE has left the exchange");
        refused(
                        () -> test.endings().succeed(YUNHE, new InsurerCode("NOBODY"), TODAY, "merger", now()),
                        InsurerError.INSURER_UNKNOWN_SOME_KNOWN)
                .hasMessage("Insurer NOBODY does not exist. Known: BEIDOU, XINHE, YUNHE");

        assertThat(test.insurers().get(YUNHE).isActive()).isTrue();
        assertThat(test.events(YUNHE)).isEqualTo("JOINED");
    }

    @Test
    void aSucceededInsurerLeavesAndHasOneSuccessor() {
        test.insurers().suspend(YUNHE, now());

        Insurer succeeded = test.endings().succeed(YUNHE, XINHE, TODAY, "merger", now());

        assertThat(succeeded.departure()).hasValue(new InsurerStatus.Departure(TODAY, Optional.of(XINHE)));
        assertThat(succeeded.isActive()).isFalse();
        refused(
                        () -> test.endings().succeed(YUNHE, XINHE, TODAY, "again", now()),
                        InsurerError.INSURER_LEFT_WITH_SUCCESSOR)
                .hasMessageContaining("XINHE is its successor");
        assertThat(refusal(XINHE, YUNHE)).as("no circle").contains("YUNHE has left the exchange");
    }

    @Test
    void aLaterSuccessionKeepsTheDayOfLeaving() {
        test.endings().leave(YUNHE, TODAY, "licence given back", now());

        Insurer succeeded = test.endings().succeed(YUNHE, XINHE, TODAY.plusDays(30), "portfolio sold", now());

        assertThat(succeeded.departure()).hasValue(new InsurerStatus.Departure(TODAY, Optional.of(XINHE)));
    }

    /** Without a lock, both would see the other one still participating. */
    @Test
    void onlyOneOfTwoMutualSuccessionsSucceeds() throws Exception {
        List<Future<Insurer>> both = new ArrayList<>();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            test.parts().inTransaction(() -> {
                test.insurers().lock(YUNHE, XINHE);
                both.add(two.submit(() -> test.endings().succeed(YUNHE, XINHE, TODAY, "merger", now())));
                both.add(two.submit(() -> test.endings().succeed(XINHE, YUNHE, TODAY, "merger", now())));
                test.parts().awaitWaitingForLock(2);
                return true;
            });
        } finally {
            two.shutdown();
        }

        List<Throwable> refusals = new ArrayList<>();
        for (Future<Insurer> one : both) {
            try {
                one.get();
            } catch (java.util.concurrent.ExecutionException e) {
                refusals.add(e.getCause());
            }
        }
        assertThat(refusals).singleElement().is(error(InsurerError.SUCCESSOR_HAS_LEFT));
    }

    @Test
    void eventAndStatusAreStoredTogether() {
        test.parts()
                .sql()
                .sql("alter table insurer add check (left_on is null)")
                .update();

        assertThatThrownBy(() -> test.endings().leave(YUNHE, TODAY, "licence given back", now()))
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);

        assertThat(test.events(YUNHE)).isEqualTo("JOINED");
    }

    @Test
    void whatHasHappenedIsNeverChanged() {
        assertThatThrownBy(() -> test.parts()
                        .sql()
                        .sql("update insurer_standing set at = now()")
                        .update())
                .hasMessageContaining("rows of insurer_standing are never changed or removed");
    }

    private String refusal(InsurerCode code, InsurerCode successor) {
        InsurerException refusal = org.assertj.core.api.Assertions.catchThrowableOfType(
                InsurerException.class, () -> test.endings().succeed(code, successor, TODAY, "merger", now()));
        assertThat(refusal).hasMessageStartingWith(successor + " cannot succeed " + code + ": ");
        assertThatThrownBy(() -> test.endings().requireSuccessor(code, successor))
                .hasMessage(refusal.getMessage());
        return refusal.getMessage();
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
            ThrowingCallable change, InsurerError why) {
        return assertThatThrownBy(change).is(error(why));
    }

    private Instant now() {
        return test.clock.instant();
    }
}
