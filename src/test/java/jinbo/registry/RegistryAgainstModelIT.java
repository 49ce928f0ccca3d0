package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifiedRule;
import jinbo.participant.insurer.Insurer;
import jinbo.testing.NightlyRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real registry and {@link ReferenceRegistry} give the same answers after each step of a random history of hundreds
 * of numbers. {@code -Djinbo.model.seeds=17-17} replays one seed; the nightly run has a hundred. Seeds that once failed
 * are in {@code failed-seeds.txt} and run first.
 */
class RegistryAgainstModelIT {

    private static final String SEEDS = System.getProperty("jinbo.model.seeds", NightlyRun.isOn() ? "1-100" : "1-4");
    private static final int STEPS = 40;
    private static final int NUMBERS = 500;
    private static final long FIRST_NUMBER = 13810001000L;

    private static final Set<VerifiedRule> ABOUT_REGISTRATIONS_AND_LISTS = EnumSet.of(
            VerifiedRule.BLOCKS_FOLLOW_FROM_REGISTRATIONS,
            VerifiedRule.REVISIONS_HAVE_NO_GAPS,
            VerifiedRule.BATCHES_COUNT_THEIR_REGISTRATIONS,
            VerifiedRule.REGISTRATIONS_BELONG_TO_BATCHES,
            VerifiedRule.BATCHES_COME_FROM_FILES,
            VerifiedRule.BATCHES_ARE_REGISTERED_ON_RECEIPT,
            VerifiedRule.WITHDRAWALS_TAKE_BACK_COMPLAINTS,
            VerifiedRule.REGISTRATIONS_ARE_IN_THE_ACCESS_LOG,
            VerifiedRule.LIST_ENTRIES_FOLLOW_FROM_REGISTRATIONS);

    static List<Long> seeds() {
        String[] range = SEEDS.split("-");
        return NightlyRun.share(LongStream.concat(
                        failedSeeds(), LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[1])))
                .distinct()
                .boxed()
                .toList());
    }

    // a shard of the nightly run may be empty
    @ParameterizedTest(name = "seed {0}", allowZeroInvocations = true)
    @MethodSource("seeds")
    void answersAsTheModelAfterEveryStep(long seed) {
        Random random = new Random(seed);
        int step = 0;
        try (RegistryModelComparison both = new RegistryModelComparison(random)) {
            both.real().clock().set((2012 + random.nextInt(10)) + "-09-21T09:00:00+08:00");
            RandomHistoryGenerator history = new RandomHistoryGenerator(random, both, FIRST_NUMBER, NUMBERS);
            ModelAnswerComparison answers = new ModelAnswerComparison(both, random, FIRST_NUMBER);
            ListModelComparison lists = new ListModelComparison(both, answers);
            for (step = 1; step <= STEPS; step++) {
                history.step();
                answers.compare();
                for (Insurer insurer : both.insurers()) {
                    if (history.happens(20)) {
                        lists.publish(insurer);
                    }
                }
            }
            for (Insurer insurer : both.insurers()) {
                lists.publish(insurer);
            }
            assertThat(both.real().verify(ABOUT_REGISTRATIONS_AND_LISTS))
                    .hasSize(ABOUT_REGISTRATIONS_AND_LISTS.size())
                    .allMatch(RuleResult::holds);
            System.out.printf(
                    "seed %d: %d numbers with a history, %d steps, %d revisions, %d deaths, %d lists%n",
                    seed,
                    history.touched(),
                    STEPS,
                    both.revision(),
                    both.program().died(),
                    lists.published());
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "Seed %d, step %d (-Djinbo.model.seeds=%d-%d): %s"
                            .formatted(seed, step, seed, seed, e.getMessage()),
                    e);
        }
    }

    private static LongStream failedSeeds() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RegistryAgainstModelIT.class.getResourceAsStream("failed-seeds.txt")),
                StandardCharsets.UTF_8))) {
            List<String> seeds = lines.lines()
                    .map(line -> line.replaceAll("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
            return seeds.stream().mapToLong(Long::parseLong);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
