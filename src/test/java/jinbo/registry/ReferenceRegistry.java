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
 * What the registry must answer, written from the rules of the design in the plainest way: all acts of a number in a list, and
 * a map from insurer to ban that each of them changes in turn. Insurers count as if they had always been there. Shares no code
 * with the registry, and is in no hurry.
 */
final class ReferenceRegistry {

    /** No sales call from a day on until the day before another. */
    record Ban(LocalDate from, LocalDate until) {}

    /** When something was registered: its place among all batches, the time and that time's date in Beijing. */
    record When(long revision, Instant at, LocalDate on) {}

    /** The line of a file. */
    record Row(long file, int line) {}

    private sealed interface Act {
        When when();
    }

    private record Complained(When when, Row row, String by, boolean forAll, LocalDate dated, Ban ban) implements Act {}

    private record Chose(When when, Set<String> sectors, Set<String> insurers, Ban ban) implements Act {}

    private record ChangedHands(When when) implements Act {}

    private record Succeeded(When when, String from, String to) implements Act {}

    private final Map<String, String> sectorOf = new TreeMap<>();
    private final Map<Long, List<Act>> actsOn = new TreeMap<>();
    private final List<Act> successions = new ArrayList<>();
    private final Map<Row, When> takenBack = new HashMap<>();

    void join(String insurer, String sector) {
        sectorOf.put(insurer, sector);
    }

    void complaint(When when, Row row, long number, String by, boolean forAll, LocalDate dated, Ban ban) {
        add(number, new Complained(when, row, by, forAll, dated, ban));
    }

    /** Of sectors and insurers; a cancellation is the choice of nobody. */
    void choice(When when, long number, Set<String> sectors, Set<String> insurers, Ban ban) {
        add(number, new Chose(when, sectors, insurers, ban));
    }

    void changeOfHands(When when, long number) {
        add(number, new ChangedHands(when));
    }

    void succession(When when, String from, String to) {
        successions.add(new Succeeded(when, from, to));
        actsOn.values().forEach(acts -> acts.add(new Succeeded(when, from, to)));
    }

    /** Whether a row counts until now. */
    boolean counts(Row row) {
        return !takenBack.containsKey(row);
    }

    void withdrawal(When when, Row row) {
        takenBack.put(row, when);
    }

    /** Whoever must not call a number from some day on, as far as follows from acts of these times. */
    Map<String, Ban> bans(long number, Predicate<When> known) {
        Map<String, Ban> bans = new TreeMap<>();
        Map<String, String> heirs = new HashMap<>();
        LocalDate choice = null;
        LocalDate newHolder = null;
        for (Act act : actsOn.getOrDefault(number, List.of())) {
            if (!known.test(act.when())) {
                continue;
            }
            if (act instanceof Complained complaint) {
                When back = takenBack.get(complaint.row);
                boolean counts = back == null || !known.test(back);
                if (counts && isAfter(complaint.dated, choice) && isAfter(complaint.dated, newHolder)) {
                    complain(bans, complaint, choice == null, heirs);
                }
            } else if (act instanceof Chose chose) {
                choose(bans, chose, heirs);
                choice = chose.when.on;
            } else if (act instanceof ChangedHands) {
                bans.clear();
                choice = null;
                newHolder = act.when().on;
            } else if (act instanceof Succeeded succeeded) {
                inherit(bans, succeeded);
                heirs.put(succeeded.from, succeeded.to);
            }
        }
        return bans;
    }

    /** The same for every number that any act is about. */
    TreeMap<Long, Map<String, Ban>> bans(Predicate<When> known) {
        TreeMap<Long, Map<String, Ban>> bans = new TreeMap<>();
        actsOn.keySet().forEach(number -> bans.put(number, bans(number, known)));
        return bans;
    }

    /** Live or pending. */
    static boolean isLive(Ban ban, LocalDate day) {
        return ban != null && ban.until.isAfter(day);
    }

    private void complain(Map<String, Ban> bans, Complained complaint, boolean nobodySpoke, Map<String, String> heirs) {
        String uploader = heir(complaint.by, heirs);
        for (String insurer : sectorOf.keySet()) {
            boolean sectors = sectorOf.get(insurer).equals(sectorOf.get(complaint.by));
            if (insurer.equals(uploader) || (complaint.forAll && nobodySpoke && sectors)) {
                bans.put(insurer, widened(bans.get(insurer), complaint.ban, complaint.when.on));
            }
        }
    }

    private void choose(Map<String, Ban> bans, Chose chose, Map<String, String> heirs) {
        Map<String, Ban> before = Map.copyOf(bans);
        bans.clear();
        for (String insurer : sectorOf.keySet()) {
            boolean named = chose.sectors.contains(sectorOf.get(insurer))
                    || chose.insurers.stream().anyMatch(one -> heir(one, heirs).equals(insurer));
            if (named && isLive(before.get(insurer), chose.when.on)) {
                bans.put(insurer, new Ban(before.get(insurer).from, chose.ban.until));
            } else if (named) {
                bans.put(insurer, chose.ban);
            }
        }
    }

    private static void inherit(Map<String, Ban> bans, Succeeded succeeded) {
        Ban left = bans.get(succeeded.from);
        if (isLive(left, succeeded.when.on)) {
            bans.put(succeeded.to, widened(bans.get(succeeded.to), left, succeeded.when.on));
        }
    }

    private static Ban widened(Ban ban, Ban other, LocalDate on) {
        if (!isLive(ban, on)) {
            return other;
        }
        return new Ban(
                ban.from.isBefore(other.from) ? ban.from : other.from,
                ban.until.isAfter(other.until) ? ban.until : other.until);
    }

    private static String heir(String insurer, Map<String, String> heirs) {
        String heir = insurer;
        while (heirs.containsKey(heir)) {
            heir = heirs.get(heir);
        }
        return heir;
    }

    private static boolean isAfter(LocalDate day, LocalDate word) {
        return word == null || day.isAfter(word);
    }

    private void add(long number, Act act) {
        actsOn.computeIfAbsent(number, any -> new ArrayList<>(successions)).add(act);
    }
}
