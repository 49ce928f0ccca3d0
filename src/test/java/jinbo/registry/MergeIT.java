package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.TestRegistry.Row;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergeIT {

    private static final long NUMBER = 13810001234L;
    private static final String DAY = "2012-10-20";

    private final TestRegistry registry = new TestRegistry();
    private Insurer yunhe;
    private Insurer changqing;
    private Insurer beidou;

    @BeforeEach
    void joinThreeInsurers() {
        yunhe = registry.join("YUNHE", TestLines.LIFE);
        changqing = registry.join("CHANGQING", TestLines.LIFE);
        beidou = registry.join("BEIDOU", TestLines.PROPERTY);
    }

    @AfterEach
    void everyBlockFollowsFromTheRegistrations() {
        assertThat(registry.verify()).allMatch(RuleResult::holds);
        registry.close();
    }

    @Test
    void aComplaintForAllBlocksTheNumberForTheWholeLineAndForNobodyElse() {
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.TWO_YEARS));

        assertThat(registry.list(yunhe, DAY)).containsExactly("13810001234 2012-10-09 2014-10-09");
        assertThat(registry.list(changqing, DAY)).containsExactly("13810001234 2012-10-09 2014-10-09");
        assertThat(registry.list(beidou, DAY)).isEmpty();
    }

    @Test
    void aComplaintForItselfBlocksTheNumberForTheUploaderAlone() {
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.self(NUMBER, Term.SIX_MONTHS));

        assertThat(registry.list(yunhe, DAY)).containsExactly("13810001234 2012-10-09 2013-04-09");
        assertThat(registry.list(changqing, DAY)).isEmpty();
    }

    @Test
    void aComplaintIsAboutAllLinesOfTheUploaderOrTheOneThatItNames() {
        Insurer taihang = registry.join("TAIHANG", TestLines.of("MOTOR", "PROPERTY"));

        registry.merge(
                taihang,
                "2012-09-21",
                "2012-10-09",
                Row.all(NUMBER, Term.ONE_YEAR),
                Row.self(NUMBER, Term.TWO_YEARS).about("MOTOR"),
                Row.all(NUMBER + 1, Term.ONE_YEAR).about("MOTOR"),
                Row.self(NUMBER + 2, Term.SIX_MONTHS));

        assertThat(registry.list(taihang, DAY))
                .containsExactly(
                        "13810001234 MOTOR 2012-10-09 2014-10-09",
                        "13810001234 PROPERTY 2012-10-09 2013-10-09",
                        "13810001235 MOTOR 2012-10-09 2013-10-09",
                        "13810001236 MOTOR 2012-10-09 2013-04-09",
                        "13810001236 PROPERTY 2012-10-09 2013-04-09");
        assertThat(registry.list(beidou, DAY)).containsExactly("13810001234 2012-10-09 2013-10-09");
        assertThat(registry.list(yunhe, DAY)).isEmpty();
    }

    @Test
    void scopeOfSeveralLinesIsDrawnOnce() {
        Insurer taihang = registry.join("TAIHANG", TestLines.of("MOTOR", "PROPERTY"));

        for (int upload = 0; upload < 3; upload++) {
            registry.merge(
                    taihang,
                    "2012-09-21",
                    "2012-10-09",
                    Row.all(NUMBER + upload, Term.ONE_YEAR),
                    Row.self(NUMBER + upload, Term.TWO_YEARS));
        }

        assertThat(registry.sql()
                        .sql("select means::text from registration_scope order by scope")
                        .query(String.class)
                        .list())
                .hasSize(2);
        assertThat(registry.sql()
                        .sql("select distinct octet_length(blocks) / 3 from block_page")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void uploadsThatAreRefusedUseUpNoNumberForEver() {
        Insurer taihang = registry.join("TAIHANG", TestLines.of("MOTOR", "PROPERTY"));
        registry.sql()
                .sql("select setval(pg_get_serial_sequence('registration_scope', 'scope'), 31998)")
                .query(Long.class)
                .single();
        registry.merge(taihang, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.ONE_YEAR));
        registry.sql()
                .sql("select setval(pg_get_serial_sequence('registration_scope', 'scope'), 31998)")
                .query(Long.class)
                .single();

        Insurer later = registry.join("LATER", TestLines.of("LIFE", "MOTOR"));
        registry.merge(later, "2012-09-21", "2012-10-09", Row.all(NUMBER + 1, Term.ONE_YEAR));

        assertThat(registry.sql()
                        .sql("select scope from registration_scope where added_at is not null order by scope")
                        .query(Integer.class)
                        .list())
                .containsExactly(24001, 24002, 31999);
        assertThat(later.lines().get(0).scope())
                .as("insurers' numbers are drawn apart")
                .isLessThan((short) 100);
        assertThat(registry.list(taihang, DAY))
                .containsExactly(
                        "13810001234 MOTOR 2012-10-09 2013-10-09",
                        "13810001234 PROPERTY 2012-10-09 2013-10-09",
                        "13810001235 MOTOR 2012-10-09 2013-10-09");
    }

    @Test
    void laterInsurerGetsBlocksOfLineOnly() {
        registry.merge(
                yunhe, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.ONE_YEAR), Row.self(NUMBER + 1, Term.ONE_YEAR));

        Insurer later = registry.join("LATER", TestLines.LIFE);

        assertThat(registry.list(later, DAY)).containsExactly("13810001234 2012-10-09 2013-10-09");
    }

    @Test
    void complaintForSelfAfterComplaintForAllExtendsOwnBlockOnly() {
        registry.merge(changqing, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.SIX_MONTHS));
        registry.merge(yunhe, "2012-09-24", "2012-10-10", Row.self(NUMBER, Term.TWO_YEARS));

        assertThat(registry.list(yunhe, DAY)).containsExactly("13810001234 2012-10-09 2014-10-10");
        assertThat(registry.list(changqing, DAY)).containsExactly("13810001234 2012-10-09 2013-04-09");
    }

    @Test
    void aRegistrationForAllAfterOneForItselfWidensTheOwnBlockToo() {
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.self(NUMBER, Term.SIX_MONTHS));
        registry.merge(changqing, "2012-09-24", "2012-10-10", Row.all(NUMBER, Term.ONE_YEAR));

        assertThat(registry.list(yunhe, DAY)).containsExactly("13810001234 2012-10-09 2013-10-10");
        assertThat(registry.list(changqing, DAY)).containsExactly("13810001234 2012-10-10 2013-10-10");
    }

    @Test
    void bothInTheSameFileMakeOneBlockForTheUploaderWhicheverComesFirst() {
        registry.merge(
                yunhe,
                "2012-09-21",
                "2012-10-09",
                Row.self(NUMBER, Term.TWO_YEARS),
                Row.all(NUMBER, Term.SIX_MONTHS),
                Row.all(NUMBER + 1, Term.TWO_YEARS),
                Row.self(NUMBER + 1, Term.SIX_MONTHS));

        assertThat(registry.list(yunhe, DAY))
                .containsExactly("13810001234 2012-10-09 2014-10-09", "13810001235 2012-10-09 2014-10-09");
        assertThat(registry.list(changqing, DAY))
                .containsExactly("13810001234 2012-10-09 2013-04-09", "13810001235 2012-10-09 2014-10-09");
    }

    @Test
    void repeatedNumberMakesTwoRegistrationsAndTheLongerBlock() {
        CommittedBatch batch = registry.merge(
                yunhe, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.ONE_YEAR), Row.all(NUMBER, Term.SIX_MONTHS));

        assertThat(batch.registrations()).isEqualTo(2);
        assertThat(registry.list(yunhe, DAY)).containsExactly("13810001234 2012-10-09 2013-10-09");
    }

    @Test
    void aLongerTermWinsAndTheEarlierFirstDayStays() {
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.ONE_YEAR));
        registry.merge(changqing, "2012-10-15", "2012-10-25", Row.all(NUMBER, Term.SIX_MONTHS));
        registry.merge(changqing, "2012-10-16", "2012-10-26", Row.all(NUMBER, Term.TWO_YEARS));

        assertThat(registry.list(yunhe, DAY)).containsExactly("13810001234 2012-10-09 2014-10-26");
    }

    @Test
    void aFileReceivedEarlierAndMergedLaterBringsTheEarlierFirstDay() {
        registry.merge(yunhe, "2012-09-24", "2012-10-10", Row.all(NUMBER, Term.ONE_YEAR));
        registry.merge(changqing, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.SIX_MONTHS));

        assertThat(registry.list(beidou, DAY)).isEmpty();
        assertThat(registry.list(yunhe, DAY)).containsExactly("13810001234 2012-10-09 2013-10-10");
    }

    @Test
    void aBlockThatIsOverBeginsAnewForTheLineAndForAnInsurersOwn() {
        registry.merge(
                yunhe, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.SIX_MONTHS), Row.self(NUMBER, Term.SIX_MONTHS));
        registry.merge(changqing, "2013-04-09", "2013-04-19", Row.all(NUMBER, Term.ONE_YEAR));

        assertThat(registry.list(yunhe, "2013-04-09")).containsExactly("13810001234 2013-04-19 2014-04-19");
        assertThat(registry.list(changqing, "2013-04-09")).containsExactly("13810001234 2013-04-19 2014-04-19");
    }

    @Test
    void runningOwnBlockIsExtendedAndEndedLineBlockBeginsAgain() {
        registry.merge(
                yunhe, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.SIX_MONTHS), Row.self(NUMBER, Term.TWO_YEARS));
        registry.merge(changqing, "2013-04-09", "2013-04-19", Row.all(NUMBER, Term.TWO_YEARS));

        assertThat(registry.list(yunhe, "2013-04-09")).containsExactly("13810001234 2012-10-09 2015-04-19");
        assertThat(registry.list(changqing, "2013-04-09")).containsExactly("13810001234 2013-04-19 2015-04-19");
    }

    @Test
    void aBlockLeavesTheListOnTheDayThatItExpiresOn() {
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.SIX_MONTHS));

        assertThat(registry.list(yunhe, "2013-04-08")).hasSize(1);
        assertThat(registry.list(yunhe, "2013-04-09")).isEmpty();
    }

    @Test
    void aBatchWithoutRowsTakesNoRevision() {
        registry.merge(yunhe, "2012-09-21", "2012-10-09", Row.all(NUMBER, Term.SIX_MONTHS));

        CommittedBatch nil = registry.merge(yunhe, "2012-09-24", "2012-10-10");

        assertThat(nil).isEqualTo(new CommittedBatch(1, 0, Optional.empty()));
        assertThat(registry.registry().currentRevision()).isEqualTo(1);
        assertThat(registry.count("registration_batch")).isEqualTo(1);
    }

    @Test
    void nothingReachesTheRegistryOutsideATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> registry.stage(
                        yunhe,
                        LocalDate.of(2012, 9, 21),
                        LocalDate.of(2012, 10, 9),
                        List.of(Row.all(NUMBER, Term.ONE_YEAR))))
                .withMessageContaining("outside a transaction");
    }

    @Test
    void revisionsOfBatchesThatCommitSideBySideAreGapless() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                Insurer uploader = i % 2 == 0 ? yunhe : changqing;
                int n = i;
                work.add(() -> registry.merge(
                                uploader,
                                LocalDate.of(2012, 9, 21),
                                LocalDate.of(2012, 10, 9),
                                List.of(
                                        Row.all(NUMBER + n % 5, Term.ONE_YEAR),
                                        Row.self(NUMBER + n % 3, Term.TWO_YEARS),
                                        Row.all(NUMBER + 10 + n, Term.SIX_MONTHS)))
                        .revision());
            }
            List<Long> revisions = new ArrayList<>();
            for (Future<Long> one : threads.invokeAll(work)) {
                revisions.add(one.get());
            }

            assertThat(revisions)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 24).boxed().toList());
        } finally {
            threads.shutdownNow();
        }
    }
}
