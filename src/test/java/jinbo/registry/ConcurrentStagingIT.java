package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessPermit;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.exchange.format.ComplaintType;
import jinbo.exchange.format.Term;
import jinbo.exchange.format.UploadScope;
import jinbo.participant.insurer.Insurer;
import jinbo.reference.phone.Mobile;
import jinbo.registry.TestRegistry.Row;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of the registry between the staging of a file and its lock count as made before the file. */
@Timeout(60)
class ConcurrentStagingIT {

    private static final long NUMBER = 13810001234L;
    private static final LocalDate ON = LocalDate.of(2012, 9, 21);
    private static final LocalDate EFFECTIVE_ON = LocalDate.of(2012, 10, 9);

    private final TestRegistry registry = new TestRegistry();
    private final TestRegistrations registrations = new TestRegistrations(registry);
    private Insurer yunhe;
    private Insurer changqing;
    private Insurer successor;

    @BeforeEach
    void join() {
        yunhe = registry.join("YUNHE", TestLines.LIFE);
        changqing = registry.join("CHANGQING", TestLines.LIFE);
        successor = registry.join("SUCCESSOR", TestLines.LIFE);
    }

    @AfterEach
    void blocksFollowFromRegistrations() {
        assertThat(registry.verify()).allMatch(RuleResult::holds);
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, SortedComplaints.MAX_SIZE})
    void complaintsAreFoldedIntoWhatOthersHaveDoneMeanwhile(int inMemory) {
        registry.merge(changqing, ON, EFFECTIVE_ON, List.of(Row.all(NUMBER + 2, Term.TWO_YEARS)));
        long file = registrations.lastFile();

        CommittedBatch batch = registry.parts().inTransaction(() -> {
            AccessPermit permit = registry.permit();
            StagedComplaints staged = stage(permit, inMemory);
            meanwhile(() -> {
                registrations.choose(NUMBER, Term.SIX_MONTHS, changqing);
                registrations.cancel(NUMBER + 1);
                registrations.withdraw(changqing, file, 0);
                registry.merge(changqing, ON, EFFECTIVE_ON, List.of(Row.self(NUMBER + 3, Term.SIX_MONTHS)));
                registrations.succeed(yunhe, successor);
            });
            CommittedBatch merged = registry.registry().merge(permit, staged);
            registry.accepted(staged.batch().inboundFile(), (int) staged.count());
            registry.complete(permit, merged);
            return merged;
        });

        assertThat(batch.revision()).isEqualTo(7);
        assertThat(registry.count("last_consumer_registration")).isEqualTo(2);
        String day = "2012-11-01";
        assertThat(registry.list(changqing, day))
                .containsExactly(
                        "13810001234 2012-10-09 2013-04-09",
                        "13810001236 2012-10-09 2014-10-09",
                        "13810001237 2012-10-09 2014-10-09",
                        "13811001234 2012-10-09 2014-10-09");
        assertThat(registry.list(successor, day))
                .as("who inherits is bound by what concerned its predecessor alone")
                .contains("13812001234 2012-10-09 2014-10-09");
    }

    @Test
    void twoThatTakeTheSameBackDoItOneAfterTheOther() {
        List<Row> rows = LongStream.range(NUMBER, NUMBER + 5)
                .mapToObj(number -> Row.all(number, Term.TWO_YEARS))
                .toList();
        registry.merge(yunhe, ON, EFFECTIVE_ON, rows);
        long file = registrations.lastFile();
        registrations.on("2012-09-24");

        CompletableFuture<TestRegistrations.Withdrawn> other = registry.parts().inTransaction(() -> {
            AccessPermit permit = registry.permit(AccessAction.WITHDRAW);
            Withdrawals withdrawals = registry.parts().bean(Withdrawals.class);
            StagedWithdrawals staged = withdrawals.stage(
                    permit,
                    new WithdrawalBatch(
                            Optional.empty(), yunhe.id(), registry.clock().instant(), LocalDate.of(2012, 9, 24)));
            staged.add(1, file, OptionalInt.of(2));
            assertThat(withdrawals.find(permit, staged, (fault, line) -> {})).isEqualTo(1);
            CompletableFuture<TestRegistrations.Withdrawn> waits =
                    CompletableFuture.supplyAsync(() -> registrations.withdraw(yunhe, file, 2, 0));
            meanwhile(() -> registrations.choose(NUMBER + 1, Term.ONE_YEAR, changqing));
            registry.complete(permit, withdrawals.merge(permit, staged));
            return waits;
        });

        assertThat(other.join().batch().registrations()).isEqualTo(4);
        assertThat(other.join().faults()).containsExactly("1 ALREADY_WITHDRAWN");
    }

    @Test
    void aChoiceSeesTheFirstComplaintOfSeveralLinesThatItWaitedFor() {
        Insurer taihang = registry.join("TAIHANG", TestLines.of("MOTOR", "PROPERTY"));

        CompletableFuture<ConsumerChoices.Result> choice = registry.parts().inTransaction(() -> {
            AccessPermit permit = registry.permit();
            StagedComplaints staged =
                    registry.stage(permit, taihang, ON, EFFECTIVE_ON, List.of(Row.all(NUMBER, Term.TWO_YEARS)));
            CommittedBatch merged = registry.registry().merge(permit, staged);
            registry.accepted(staged.batch().inboundFile(), (int) staged.count());
            registry.complete(permit, merged);
            registrations.on("2012-09-24");
            CompletableFuture<ConsumerChoices.Result> waits = CompletableFuture.supplyAsync(
                    () -> registrations.choose(NUMBER, TestLines.of("MOTOR"), Term.ONE_YEAR));
            registry.parts().awaitWaitingForLock(1);
            return waits;
        });

        assertThat(choice.join().block()).isPresent();
        assertThat(registry.list(taihang, "2012-11-01"))
                .as("rule 4: who had to keep quiet already goes on from the day of the complaint")
                .containsExactly("13810001234 MOTOR 2012-10-09 2013-10-10");
    }

    /** More than two thousand complaints, so that there are several parts; some parts have one number only. */
    private StagedComplaints stage(AccessPermit permit, int inMemory) {
        StagedComplaints staged = registry.registry()
                .stage(
                        permit,
                        new ComplaintBatch(
                                registry.inboundFile(yunhe),
                                yunhe.code(),
                                yunhe.id(),
                                yunhe.lines(),
                                registry.clock().instant(),
                                ON,
                                EFFECTIVE_ON,
                                "2012-2026.1"),
                        inMemory);
        add(staged, NUMBER + 1_000_000, UploadScope.ALL, Term.TWO_YEARS);
        add(staged, NUMBER + 3, UploadScope.ALL, Term.TWO_YEARS);
        add(staged, NUMBER + 2_000_000, UploadScope.SELF, Term.TWO_YEARS);
        add(staged, NUMBER, UploadScope.ALL, Term.TWO_YEARS);
        add(staged, NUMBER + 1, UploadScope.ALL, Term.TWO_YEARS);
        add(staged, NUMBER + 2, UploadScope.ALL, Term.SIX_MONTHS);
        add(staged, NUMBER + 2, UploadScope.SELF, Term.ONE_YEAR);
        add(staged, NUMBER + 2, UploadScope.ALL, Term.TWO_YEARS);
        return staged;
    }

    private static void add(StagedComplaints staged, long number, UploadScope scope, Term term) {
        staged.add(
                (int) staged.count() + 2,
                new Mobile(number),
                ComplaintType.TELEMARKETING,
                ON,
                Optional.empty(),
                scope,
                term);
    }

    /** In another transaction, which must not wait for the staging one. */
    private static void meanwhile(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }
}
