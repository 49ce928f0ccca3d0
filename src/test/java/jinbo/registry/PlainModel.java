package jinbo.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the registry must answer, kept in the plainest way: for each insurer a map from number to ban, and for each sector
 * one more, for whoever joins it later. Shares no code with the registry.
 */
final class PlainModel {

    private final Map<String, TreeMap<Long, Ban>> bans = new HashMap<>();
    private final Map<String, String> sectorOf = new HashMap<>();

    private record Ban(LocalDate from, LocalDate until) {}

    void join(String insurer, String sector) {
        bans.put(insurer, new TreeMap<>(whoJoinsLater(sector)));
        sectorOf.put(insurer, sector);
    }

    void complaintForAll(String uploader, long mobile, LocalDate from, LocalDate until, LocalDate registeredOn) {
        String sector = sectorOf.get(uploader);
        complain(whoJoinsLater(sector), mobile, new Ban(from, until), registeredOn);
        sectorOf.forEach((insurer, its) -> {
            if (its.equals(sector)) {
                complain(bans.get(insurer), mobile, new Ban(from, until), registeredOn);
            }
        });
    }

    void complaintForItself(String uploader, long mobile, LocalDate from, LocalDate until, LocalDate registeredOn) {
        complain(bans.get(uploader), mobile, new Ban(from, until), registeredOn);
    }

    List<String> list(String insurer, LocalDate day) {
        List<String> lines = new ArrayList<>();
        bans.get(insurer).forEach((mobile, ban) -> {
            if (ban.until.isAfter(day)) {
                lines.add(mobile + " " + ban.from + " " + ban.until);
            }
        });
        return lines;
    }

    private TreeMap<Long, Ban> whoJoinsLater(String sector) {
        return bans.computeIfAbsent("later in " + sector, any -> new TreeMap<>());
    }

    private static void complain(TreeMap<Long, Ban> of, long mobile, Ban complaint, LocalDate registeredOn) {
        Ban before = of.get(mobile);
        boolean none = before == null || !before.until.isAfter(registeredOn);
        if (none) {
            of.put(mobile, complaint);
        } else {
            LocalDate from = complaint.from.isBefore(before.from) ? complaint.from : before.from;
            LocalDate until = complaint.until.isAfter(before.until) ? complaint.until : before.until;
            of.put(mobile, new Ban(from, until));
        }
    }
}
