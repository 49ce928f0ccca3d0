package jinbo.story.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseState;
import jinbo.testing.NightlyRun;
import jinbo.testing.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of calls, drawn from a seed: insurers that obey their lists, that are slow with them, that let their agreements lapse and that
 * ignore everything; an association that fails to make lists for some weeks; consumers who complain rightly and wrongly. Every finding
 * that the rule proposes is the truth, which the simulation knows, and sanctions reach exactly those who have earned them. Every build has
 * a quarter; the nightly run has the year.
 */
class SimulatedYearIT {

    /** The system property that sets the seed. */
    private static final String SEED = "jinbo.year.seed";

    private static final boolean WHOLE = NightlyRun.isOn();

    @TempDir
    private Path folder;

    @Test
    void everyFindingIsTheTruthAndTheLadderReachesThoseWhoEarnedIt() {
        NightlyRun.assumePartOf(2);
        Steps steps = new Steps();
        long seed = Long.getLong(SEED, 4L);
        SimulatedYear simulatedYear = YearGenerator.of(WHOLE ? YearParameters.YEAR : YearParameters.QUARTER, seed);
        Map<SimulatedComplaint, Optional<CaseRuling>> truths = new LinkedHashMap<>();
        simulatedYear
                .truths()
                .forEach((simulatedComplaint, truth) -> truths.put(simulatedComplaint, Optional.of(truth)));
        assertThat(count(truths).keySet()).as("seed %d", seed).contains(CaseRuling.values());

        try (YearExchange real = new YearExchange(folder, simulatedYear)) {
            steps.take("the year passes", () -> real.pass());
            steps.take(
                    "every finding is the truth",
                    () -> assertThat(real.proposed()).as("seed %d", seed).containsExactlyInAnyOrderEntriesOf(truths));
            steps.take(
                    "every case is closed",
                    () -> assertThat(real.statesInTheEnd().values())
                            .as("seed %d", seed)
                            .containsOnly(CaseState.CLOSED));
            steps.take(
                    "sanctions reach those who earned them",
                    () -> assertThat(real.imposed())
                            .as("seed %d", seed)
                            .isEqualTo(real.ladder().earned()));
            steps.take(
                    "insurers that obey are left alone",
                    () -> assertThat(real.imposed())
                            .as("those who obey are left alone, seed %d", seed)
                            .doesNotContainKeys(codes(simulatedYear, Behaviour.OBEYS))
                            .containsKeys(codes(simulatedYear, Behaviour.IGNORES)));
        }
    }

    private static Map<CaseRuling, Integer> count(Map<SimulatedComplaint, Optional<CaseRuling>> rulings) {
        Map<CaseRuling, Integer> counts = new EnumMap<>(CaseRuling.class);
        rulings.values().forEach(ruling -> counts.merge(ruling.orElseThrow(), 1, Integer::sum));
        return counts;
    }

    private static String[] codes(SimulatedYear simulatedYear, Behaviour behaviour) {
        List<String> codes = simulatedYear.members().stream()
                .filter(member -> member.behaviour() == behaviour)
                .map(Member::code)
                .toList();
        return Arrays.copyOf(codes.toArray(), codes.size(), String[].class);
    }
}
