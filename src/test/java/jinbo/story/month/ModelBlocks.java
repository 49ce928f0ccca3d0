package jinbo.story.month;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jinbo.reference.business.LineCode;
import jinbo.story.month.Upload.Row;

/** Who may not be called by whom, from when until when, by rules 1 to 4 of docs/rules.md; there are complaints only. */
final class ModelBlocks {

    private static final int GRACE_WORKDAYS = 7;
    private static final Map<String, Integer> MONTHS = Map.of("", 24, "6M", 6, "1Y", 12, "2Y", 24);

    private final Map<String, SortedMap<Long, Block>> ofInsurer = new TreeMap<>();

    private record Block(LocalDate from, LocalDate until) {

        private Block and(Block later) {
            return new Block(
                    from.isBefore(later.from) ? from : later.from, until.isAfter(later.until) ? until : later.until);
        }
    }

    /** Complaints are registered on a day for some insurers. */
    void add(Collection<String> insurers, Row row, LocalDate registeredOn) {
        LocalDate from = effectiveOn(registeredOn);
        LocalDate until = from.plusMonths(MONTHS.get(row.term()));
        Block block = new Block(from, until.getDayOfMonth() == from.getDayOfMonth() ? until : until.plusDays(1));
        for (String insurer : insurers) {
            ofInsurer.computeIfAbsent(insurer, code -> new TreeMap<>()).merge(row.number(), block, Block::and);
        }
    }

    static LocalDate effectiveOn(LocalDate registeredOn) {
        return SimulatedCalendar.plusWorkdays(registeredOn, GRACE_WORKDAYS).plusDays(1);
    }

    /** The whole list of an insurer, whose complaints are all about all its lines of business; no block ends in the season. */
    String list(String insurer, Set<LineCode> lines) {
        return ofInsurer.getOrDefault(insurer, new TreeMap<>()).entrySet().stream()
                .flatMap(block -> lines.stream()
                        .map(line -> block.getKey() + "," + line + ","
                                + block.getValue().from() + ","
                                + block.getValue().until() + "\r\n"))
                .collect(Collectors.joining("", "mobile,business_line,effective_on,expires_on\r\n", ""));
    }
}
