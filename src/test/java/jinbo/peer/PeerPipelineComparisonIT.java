package jinbo.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The benchmark of {@code src/bench} in small, which compares results instead of times: whoever is faster must say the same. Where
 * both leave room to differ (the peer tells no removals, and of a number that two of its rows block only the changed one) the second
 * day's uploads do not go.
 */
@Tag("interop")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeerPipelineComparisonIT {

    /** What the peer calls it, and what it is called here, which is finer. */
    private static final Map<String, List<String>> REASONS = Map.of(
            "MISSING", List.of("MOBILE_MISSING"),
            "MALFORMED", List.of("MOBILE_MALFORMED", "MOBILE_LANDLINE", "MOBILE_SCIENTIFIC"),
            "NOT_BEIJING", List.of("MOBILE_NOT_BEIJING"));

    @TempDir
    static Path folder;

    private final Map<Workload, PipelineComparison> both = new EnumMap<>(Workload.class);

    @BeforeAll
    void run() throws IOException {
        for (Workload workload : Workload.values()) {
            both.put(workload, new PipelineComparison(folder.resolve(workload.name()), workload));
        }
    }

    @AfterAll
    void end() {
        both.values().forEach(PipelineComparison::close);
    }

    @ParameterizedTest
    @EnumSource
    void fullListsHoldTheSameNumbersAndDates(Workload workload) throws IOException {
        PipelineComparison pipelines = both.get(workload);
        for (int insurer = 1; insurer <= PipelineComparison.INSURERS; insurer++) {
            assertThat(pipelines.list(insurer, "full"))
                    .as(PeerPipeline.code(insurer))
                    .hasSizeGreaterThan(3000)
                    .isEqualTo(pipelines.peersList(insurer, "full"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsOfChangesHoldTheSameNumbersAndDates(Workload workload) throws IOException {
        PipelineComparison pipelines = both.get(workload);
        for (int insurer = 1; insurer <= PipelineComparison.INSURERS; insurer++) {
            List<String> told = new ArrayList<>();
            for (String row : pipelines.list(insurer, "delta")) {
                assertThat(row).as(PeerPipeline.code(insurer)).matches("(ADD|CHANGE),.*");
                told.add(row.substring(row.indexOf(',') + 1));
            }
            assertThat(told)
                    .as(PeerPipeline.code(insurer))
                    .hasSizeGreaterThan(50)
                    .isEqualTo(pipelines.peersList(insurer, "delta"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameRowsAreRefused(Workload workload) throws IOException {
        PipelineComparison pipelines = both.get(workload);
        for (int insurer = 1; insurer <= PipelineComparison.FILES; insurer++) {
            List<String> refused = pipelines.outcome(insurer).stream()
                    .map(finding -> finding.split(","))
                    .filter(finding -> finding[2].equals("REFUSED"))
                    .map(finding -> finding[0] + "|" + peersReason(finding[3]))
                    .toList();
            assertThat(refused)
                    .as(PeerPipeline.code(insurer))
                    .hasSizeGreaterThan(50)
                    .isEqualTo(pipelines.refusedByPeer(insurer));
        }
    }

    private static String peersReason(String code) {
        return REASONS.entrySet().stream()
                .filter(reason -> reason.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(code);
    }
}
