package jinbo.exchange.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/** Random rows of a list: most numbers in one line of business, some in several, with gaps. */
final class RandomEntries {

    /** In order: shortest and longest codes, and codes with common prefixes. */
    static final List<LineCode> LINES = Stream.of("A1", "A12", "HEALTHCARE12", "LIFE", "LIFE2", "MOTOR")
            .map(LineCode::new)
            .toList();

    static final LineCode LIFE = new LineCode("LIFE");
    static final LineCode MOTOR = new LineCode("MOTOR");

    private static final LocalDate DAY = LocalDate.of(2026, 12, 4);

    private RandomEntries() {}

    /**
     * @param lines of business of the numbers, in order
     * @param days the number of days on which the blocks begin
     */
    static List<BlockListEntry> some(int count, List<LineCode> lines, int days, Random random) {
        List<BlockListEntry> entries = new ArrayList<>();
        long number = 13_810_000_000L;
        while (entries.size() < count) {
            number += 1 + random.nextInt(random.nextInt(200) == 0 ? 100_000 : 6);
            boolean all = random.nextInt(3) == 0;
            LineCode only = lines.get(random.nextInt(lines.size()));
            for (LineCode line : lines) {
                if ((all || line.equals(only)) && entries.size() < count) {
                    LocalDate from = DAY.plusDays(random.nextInt(days));
                    LocalDate until = from.plusMonths(6L * (1 + random.nextInt(4)));
                    entries.add(new BlockListEntry(new Mobile(number), line, from, until));
                }
            }
        }
        return entries;
    }
}
