package jinbo.exchange.sftp;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The steps of a check for which one has to be inside: folders, rights, collecting, clock, leftovers, and a round
 * trip.
 */
final class CheckInside {

    /**
     * Every file that a check writes in {@code download/} begins so; the dot has both sides of the exchange pass it
     * over.
     */
    static final String PROBE = ".jinbo-check-";

    /**
     * So begins the one in {@code upload/}, whose end does the same: there are servers that list no names with a dot
     * before them.
     */
    private static final String UPLOAD = "jinbo-check-";

    /** What somebody's watch may differ by; a signature may be as far in the future (see the envelope's limits). */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** An older probe was left behind; a younger one may be of a check that runs now. */
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private static final String PART = ".part";

    private final DropProbe probe;
    private final WaitUntilWhole waitUntilWhole;
    private final Path scratch;
    private final Clock clock;
    private final String mark;
    private final List<CheckResult> found = new ArrayList<>();
    private Duration ahead = Duration.ZERO;

    /**
     * @param waitUntilWhole looks at a file twice
     * @param scratch a folder of this machine, for one file there and back
     * @param clock this machine's
     * @param mark which makes the names of this check its own
     */
    CheckInside(DropProbe probe, WaitUntilWhole waitUntilWhole, Path scratch, Clock clock, String mark) {
        this.probe = probe;
        this.waitUntilWhole = waitUntilWhole;
        this.scratch = scratch;
        this.clock = clock;
        this.mark = mark;
    }

    List<CheckResult> of(RemoteFiles remote) {
        add(CheckStep.SFTP, CheckCode.SFTP_SPOKEN, remote.extensions());
        try {
            if (step(CheckStep.FOLDERS, () -> folders(remote))) {
                CheckRights rights = new CheckRights(remote, PROBE + mark);
                CheckCollecting collecting = new CheckCollecting(remote, waitUntilWhole, scratch, UPLOAD + mark + PART);
                boolean listed = step(CheckStep.LIST_UPLOAD, rights::listUpload);
                boolean writable = step(CheckStep.WRITE_DOWNLOAD, rights::writeDownload);
                if (listed) {
                    step(CheckStep.COLLECT_UPLOAD, collecting::collect);
                }
                step(CheckStep.MOVE_TO_ARCHIVE, collecting::moveToArchive);
                ahead = rights.written()
                        .map(time -> Duration.between(clock.instant(), time))
                        .orElse(Duration.ZERO);
                if (writable) {
                    step(CheckStep.CLOCK, this::clock);
                    step(CheckStep.LEFTOVERS, () -> leftovers(remote));
                    step(CheckStep.ROUND_TRIP, new CheckRoundTrip(remote, probe, scratch, PROBE + mark)::roundTrip);
                }
            }
        } catch (DropUnreachableException brokeOff) {
            // said by the step in which it happened
            return found;
        }
        return found;
    }

    private boolean step(CheckStep step, Supplier<CheckResult> tried) {
        try {
            CheckResult checked = tried.get();
            found.add(checked);
            return !checked.isWrong();
        } catch (DropUnreachableException e) {
            add(step, CheckCode.BROKE_OFF, e.getMessage());
            throw e;
        } catch (DropRefusedException e) {
            found.add(
                    e.isUnsupported()
                            ? CheckResult.refused(step, CheckCode.NOT_SUPPORTED, e)
                            : CheckResult.of(step, CheckCode.BROKE_OFF, e.getMessage()));
            return false;
        } catch (DropException e) {
            add(step, CheckCode.BROKE_OFF, e.getMessage());
            return false;
        }
    }

    private CheckResult folders(RemoteFiles remote) {
        List<DropFolder> missing = remote.missingFolders();
        String root = remote.party().address().root();
        return missing.isEmpty()
                ? CheckResult.of(CheckStep.FOLDERS, CheckCode.FOLDERS_THERE, root.isEmpty() ? "/" : root)
                : CheckResult.of(
                        CheckStep.FOLDERS,
                        CheckCode.FOLDERS_MISSING,
                        missing.stream()
                                .map(folder -> folder.folderName() + "/")
                                .collect(Collectors.joining(", ")),
                        root.isEmpty() ? "/" : root);
    }

    private CheckResult clock() {
        return ahead.abs().compareTo(CLOCKS_DIFFER) <= 0
                ? CheckResult.of(CheckStep.CLOCK, CheckCode.CLOCK_AGREES, ahead.toSeconds())
                : CheckResult.of(
                        CheckStep.CLOCK,
                        CheckCode.CLOCK_DIFFERS,
                        ahead.toSeconds(),
                        clock.instant().plus(ahead));
    }

    private CheckResult leftovers(RemoteFiles remote) {
        List<String> old = new ArrayList<>();
        List<String> unfinished = new ArrayList<>();
        int removed = 0;
        for (DropFolder folder : DropFolder.values()) {
            old.clear();
            remote.list(folder, (entry, file) -> {
                boolean ofOurs = isOfACheck(entry) && PlainName.is(entry) && file.regular();
                boolean isOld =
                        Duration.between(file.modified(), clock.instant().plus(ahead))
                                        .compareTo(LEFT_BEHIND)
                                > 0;
                if (ofOurs && isOld && old.size() < Look.MOST) {
                    old.add(entry);
                } else if (!ofOurs && folder.isWrittenByUsAlone() && isOld && entry.endsWith(PART)) {
                    unfinished.add(folder.folderName());
                }
            });
            for (String each : old) {
                remote.removeIfThere(folder, each);
                removed++;
            }
        }
        return removed == 0 && unfinished.isEmpty()
                ? CheckResult.of(CheckStep.LEFTOVERS, CheckCode.NO_LEFTOVERS)
                : CheckResult.of(CheckStep.LEFTOVERS, CheckCode.LEFTOVERS, removed, unfinished.size());
    }

    private static boolean isOfACheck(String name) {
        return name.startsWith(PROBE) || name.startsWith(UPLOAD) && name.endsWith(PART);
    }

    private void add(CheckStep step, CheckCode code, Object... facts) {
        found.add(CheckResult.of(step, code, facts));
    }
}
