package jinbo.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A simple model of the registry after docs/rules.md: all registrations of a number in a list, and a map of blocks by
 * insurer in a line, for example {@code YUNHE/LIFE}. Insurers count as if they had always existed. It shares no code
 * with the registry.
 */
final class ReferenceRegistry {

    /** From a day until the day before another. */
    record Block(LocalDate from, LocalDate until) {}

    /** Revision, time, and Beijing date of a registration. */
    record When(long revision, Instant at, LocalDate on) {}

    record Row(long file, int line) {}

    private sealed interface Registration {
        When when();
    }

    private record Complained(
            When when, Row row, String by, Set<String> lines, boolean forAll, LocalDate dated, Block block)
            implements Registration {}

    private record Chose(When when, Set<String> lines, Set<String> insurers, Block block) implements Registration {}

    private record ChangedHands(When when) implements Registration {}

    private record Succeeded(When when, String from, String to) implements Registration {}

    /** Insurer and line, by insurer in a line. */
    private final Map<String, String[]> partsOf = new TreeMap<>();

    private final Map<Long, List<Registration>> registrationsOn = new TreeMap<>();
    private final List<Registration> successions = new ArrayList<>();
    private final Map<Row, When> takenBack = new HashMap<>();

    void join(String insurer, String line) {
        partsOf.put(insurer + "/" + line, new String[] {insurer, line});
    }

    /** On the lines that the uploader sold, or the one that the row names. */
    void complaint(
            When when,
            Row row,
            long number,
            String by,
            Set<String> lines,
            boolean forAll,
            LocalDate dated,
            Block block) {
        add(number, new Complained(when, row, by, lines, forAll, dated, block));
    }

    /** A cancellation is a choice of nobody. */
    void choice(When when, long number, Set<String> lines, Set<String> insurers, Block block) {
        add(number, new Chose(when, lines, insurers, block));
    }

    void changeOfHands(When when, long number) {
        add(number, new ChangedHands(when));
    }

    void succession(When when, String from, String to) {
        successions.add(new Succeeded(when, from, to));
        registrationsOn.values().forEach(registrations -> registrations.add(new Succeeded(when, from, to)));
    }

    /** False if it was withdrawn. */
    boolean counts(Row row) {
        return !takenBack.containsKey(row);
    }

    void withdrawal(When when, Row row) {
        takenBack.put(row, when);
    }

    /** The blocks that follow from the registrations at these times. */
    Map<String, Block> blocks(long number, Predicate<When> known) {
        Map<String, Block> ranges = new TreeMap<>();
        Map<String, String> heirs = new HashMap<>();
        LocalDate choice = null;
        LocalDate newHolder = null;
        for (Registration registration : registrationsOn.getOrDefault(number, List.of())) {
            if (!known.test(registration.when())) {
                continue;
            }
            if (registration instanceof Complained complaint) {
                When back = takenBack.get(complaint.row);
                boolean counts = back == null || !known.test(back);
                if (counts && isAfter(complaint.dated, choice) && isAfter(complaint.dated, newHolder)) {
                    complain(ranges, complaint, choice == null, heirs);
                }
            } else if (registration instanceof Chose chose) {
                choose(ranges, chose, heirs);
                choice = chose.when.on;
            } else if (registration instanceof ChangedHands) {
                ranges.clear();
                choice = null;
                newHolder = registration.when().on;
            } else if (registration instanceof Succeeded succeeded) {
                inherit(ranges, succeeded);
                heirs.put(succeeded.from, succeeded.to);
            }
        }
        return ranges;
    }

    /** The same for every number with registrations. */
    TreeMap<Long, Map<String, Block>> blocks(Predicate<When> known) {
        TreeMap<Long, Map<String, Block>> ranges = new TreeMap<>();
        registrationsOn.keySet().forEach(number -> ranges.put(number, blocks(number, known)));
        return ranges;
    }

    /** Live or pending. */
    static boolean isLive(Block block, LocalDate day) {
        return block != null && block.until.isAfter(day);
    }

    private void complain(
            Map<String, Block> ranges, Complained complaint, boolean nobodySpoke, Map<String, String> heirs) {
        String uploader = heir(complaint.by, heirs);
        partsOf.forEach((name, parts) -> {
            boolean meant = parts[0].equals(uploader) || complaint.forAll && nobodySpoke;
            if (meant && complaint.lines.contains(parts[1])) {
                ranges.put(name, widened(ranges.get(name), complaint.block, complaint.when.on));
            }
        });
    }

    private void choose(Map<String, Block> ranges, Chose chose, Map<String, String> heirs) {
        Map<String, Block> before = Map.copyOf(ranges);
        ranges.clear();
        partsOf.forEach((name, parts) -> {
            boolean named = chose.lines.contains(parts[1])
                    || chose.insurers.stream()
                            .map(partsOf::get)
                            .anyMatch(one -> one[1].equals(parts[1])
                                    && heir(one[0], heirs).equals(parts[0]));
            if (named && isLive(before.get(name), chose.when.on)) {
                ranges.put(name, new Block(before.get(name).from, chose.block.until));
            } else if (named) {
                ranges.put(name, chose.block);
            }
        });
    }

    private void inherit(Map<String, Block> ranges, Succeeded succeeded) {
        partsOf.forEach((name, parts) -> {
            Block left = ranges.get(name);
            String heir = succeeded.to + "/" + parts[1];
            if (parts[0].equals(succeeded.from) && partsOf.containsKey(heir) && isLive(left, succeeded.when.on)) {
                ranges.put(heir, widened(ranges.get(heir), left, succeeded.when.on));
            }
        });
    }

    private static Block widened(Block block, Block other, LocalDate on) {
        if (!isLive(block, on)) {
            return other;
        }
        return new Block(
                block.from.isBefore(other.from) ? block.from : other.from,
                block.until.isAfter(other.until) ? block.until : other.until);
    }

    private static String heir(String insurer, Map<String, String> heirs) {
        String heir = insurer;
        while (heirs.containsKey(heir)) {
            heir = heirs.get(heir);
        }
        return heir;
    }

    private static boolean isAfter(LocalDate day, LocalDate text) {
        return text == null || day.isAfter(text);
    }

    private void add(long number, Registration registration) {
        registrationsOn
                .computeIfAbsent(number, any -> new ArrayList<>(successions))
                .add(registration);
    }
}
