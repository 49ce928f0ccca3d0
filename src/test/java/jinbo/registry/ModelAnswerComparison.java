package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ReferenceRegistry.Block;
import jinbo.registry.ReferenceRegistry.When;
import jinbo.registry.RegistrySnapshot.RegistryBlocks;

/**
 * Asks both registries for each insurer's present list, and for each number's blocks at a random revision and instant.
 * Failures name numbers by their index.
 */
final class ModelAnswerComparison {

    private final RegistryModelComparison both;
    private final Random random;
    private final AccessPermit permit;
    private final long firstNumber;
    private final Instant begin;

    ModelAnswerComparison(RegistryModelComparison both, Random random, long firstNumber) {
        this.both = both;
        this.random = random;
        this.permit = both.real().permit();
        this.firstNumber = firstNumber;
        this.begin = both.now();
    }

    void compare() {
        LocalDate today = RegistryModelComparison.dateOf(both.now());
        TreeMap<Long, Map<String, Block>> now = both.model().blocks(when -> true);
        try (RegistrySnapshot snapshot = both.real().snapshot()) {
            assertThat(snapshot.revision()).as("revision").isEqualTo(both.revision());
            for (Insurer insurer : both.insurers()) {
                assertThat(lines(list(both.real().blocks(snapshot), permit, insurer.linesOn(today), today)))
                        .as("list of %s on %s", insurer.code(), today)
                        .isEqualTo(lines(modelsList(now, insurer.linesOn(today), today)));
            }
        }
        long revision = random.nextLong(both.revision() + 1);
        Instant at = begin.plus(Duration.between(begin, both.now())
                .multipliedBy(random.nextInt(101))
                .dividedBy(100));
        Map<Long, NumberHistory> histories = histories();
        compare(
                "at revision " + revision,
                RegistryModelComparison.dateOf(at),
                when -> when.revision() <= revision,
                number -> histories.get(number).asOf(revision));
        compare(
                "at " + at,
                RegistryModelComparison.dateOf(at),
                when -> !when.at().isAfter(at),
                number -> histories.get(number).asOf(at));
        compareOne(at);
    }

    private void compare(String moment, LocalDate day, Predicate<When> known, Function<Long, DerivedBlocks> histories) {
        TreeMap<Long, Map<String, Block>> ranges = both.model().blocks(known);
        for (long number : ranges.keySet()) {
            DerivedBlocks blocks = histories.apply(number);
            for (LineParticipation insurer : participations()) {
                assertThat(told(blocks, insurer, day))
                        .as("number %d for %s on %s %s", number - firstNumber, insurer.name(), day, moment)
                        .isEqualTo(live(ranges.get(number), insurer, day));
            }
        }
    }

    /** As the lookup reads it. */
    private void compareOne(Instant at) {
        long number = firstNumber + random.nextInt(20);
        LocalDate day = RegistryModelComparison.dateOf(at);
        DerivedBlocks blocks = both.real()
                .parts()
                .bean(ReadNumberHistory.class)
                .of(permit, new Mobile(number))
                .asOf(at);
        Map<String, Block> ranges =
                both.model().blocks(number, when -> !when.at().isAfter(at));
        for (LineParticipation insurer : participations()) {
            assertThat(told(blocks, insurer, day))
                    .as("number %d for %s at %s, looked up", number - firstNumber, insurer.name(), at)
                    .isEqualTo(live(ranges, insurer, day));
        }
    }

    private List<LineParticipation> participations() {
        return both.insurers().stream()
                .flatMap(insurer -> insurer.lines().stream())
                .toList();
    }

    private Map<Long, NumberHistory> histories() {
        return both.real().parts().inTransaction(() -> {
            try (Connection connection = both.real().parts().dataSource().getConnection()) {
                connection.setAutoCommit(false);
                return both.real().parts().bean(NumberAccessTemplate.class).open(permit, connection, this::histories);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }

    private Map<Long, NumberHistory> histories(Connection connection) throws SQLException {
        Map<Long, NumberHistory> all = new HashMap<>();
        try (NumberHistoryCursor numberHistoryCursor = NumberHistoryCursor.ofAll(connection)) {
            while (numberHistoryCursor.mobile() != NumberHistoryCursor.END) {
                all.put(numberHistoryCursor.mobile(), numberHistoryCursor.next());
            }
        }
        connection.rollback();
        return all;
    }

    record Listed(long number, String line) implements Comparable<Listed> {
        @Override
        public int compareTo(Listed other) {
            return number == other.number ? line.compareTo(other.line) : Long.compare(number, other.number);
        }
    }

    static TreeMap<Listed, Block> list(
            RegistryBlocks blocks, AccessPermit permit, List<LineParticipation> lines, LocalDate day) {
        TreeMap<Listed, Block> list = new TreeMap<>();
        blocks.of(permit, lines, day, (mobile, line, effectiveOn, expiresOn) -> {
            Listed listed = new Listed(mobile, line.value());
            assertThat(list.isEmpty() || list.lastKey().compareTo(listed) < 0)
                    .as("in order")
                    .isTrue();
            list.put(listed, block(new Interval(LocalDate.ofEpochDay(effectiveOn), LocalDate.ofEpochDay(expiresOn))));
        });
        return list;
    }

    static TreeMap<Listed, Block> modelsList(
            TreeMap<Long, Map<String, Block>> ranges, List<LineParticipation> lines, LocalDate day) {
        TreeMap<Listed, Block> list = new TreeMap<>();
        ranges.forEach((number, its) -> lines.forEach(line -> live(its, line, day)
                .ifPresent(block -> list.put(new Listed(number, line.code().value()), block))));
        return list;
    }

    static Block block(Interval interval) {
        return new Block(interval.effectiveOn(), interval.expiresOn());
    }

    /** One line for each number, by its index. */
    List<String> lines(Map<Listed, Block> list) {
        return list.entrySet().stream()
                .map(entry -> "number " + (entry.getKey().number() - firstNumber) + " "
                        + entry.getKey().line() + " from "
                        + entry.getValue().from() + " until " + entry.getValue().until())
                .collect(Collectors.toList());
    }

    private static Optional<Block> told(DerivedBlocks blocks, LineParticipation insurer, LocalDate day) {
        return blocks.of(insurer).filter(block -> block.isListedOn(day)).map(ModelAnswerComparison::block);
    }

    private static Optional<Block> live(Map<String, Block> ranges, LineParticipation insurer, LocalDate day) {
        return Optional.ofNullable(ranges.get(insurer.name().toString()))
                .filter(block -> ReferenceRegistry.isLive(block, day));
    }
}
