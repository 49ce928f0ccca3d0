package jinbo.batch.recovery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.batch.Drops;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.Remark;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import org.springframework.stereotype.Component;

/** Scans all insurers before lists are made, because each upload affects all lists. */
@Component
public record ScanAllInsurers(
        Insurers insurers,
        PerInsurerExecutor perInsurerExecutor,
        Drops drops,
        ScanForUnrecordedFiles scanForUnrecordedFiles,
        FindRestoreEvidence findRestoreEvidence) {

    /** Scans the spool for all insurers and the drops of active ones. */
    public Result look(int atATime) {
        return look(atATime, Set.of());
    }

    /** The same; keeps sessions open for the given insurers, as {@link Drops#visitAndKeepOpen} does. */
    public Result look(int atATime, Set<InsurerCode> worked) {
        List<Insurer> all = insurers.all();
        Map<InsurerCode, String> problems = new HashMap<>();
        perInsurerExecutor
                .withoutLease(
                        all,
                        atATime,
                        insurer -> scan(insurer, worked.contains(insurer.code())),
                        (insurer, what) -> Optional.of(new Remark(insurer.code(), what)))
                .forEach(remark -> remark.ifPresent(found -> problems.put(found.insurer(), found.what())));
        return new Result(findRestoreEvidence.open(), problems);
    }

    /** Why an insurer gets no list, as known so far by all processes; contacts no drop. */
    public Optional<String> publishingStopReason(InsurerCode insurer) {
        return new Result(findRestoreEvidence.open(), Map.of()).blockedReason(insurer);
    }

    private Optional<Remark> scan(Insurer insurer, boolean worked) {
        scanForUnrecordedFiles.scanSpool(insurer.code());
        if (insurer.isActive() && worked) {
            drops.visitAndKeepOpen(insurer, drop -> scanForUnrecordedFiles.scan(insurer.code(), drop));
        } else if (insurer.isActive()) {
            drops.visit(insurer, drop -> scanForUnrecordedFiles.scan(insurer.code(), drop));
        }
        return Optional.empty();
    }

    /** @param failedScans insurers whose scan failed, and why */
    public record Result(Optional<Recovery> open, Map<InsurerCode, String> failedScans) {

        public Result {
            failedScans = Map.copyOf(failedScans);
        }

        /** Why nothing is published: the first sign, and what to do. */
        public Optional<String> publishingStopped() {
            return open.filter(Recovery::stopsAllPublishing)
                    .map(recovery -> "nothing is published: " + seen(recovery)
                            + ", so the database was restored from an older backup, and its lists would release"
                            + " numbers that are blocked; see \"recovery list\", ingest the uploads again with"
                            + " \"recovery ingest\", and then \"recovery settle\"");
        }

        /** Why an insurer gets no list. */
        public Optional<String> blockedReason(InsurerCode insurer) {
            return publishingStopped()
                    .or(() -> Optional.ofNullable(failedScans.get(insurer)))
                    .or(() -> open.filter(recovery -> recovery.stopsPublishingFor(insurer))
                            .map(recovery -> "no list is published for it: " + seen(recovery)
                                    + ", without other signs that the database is older; see \"recovery list\", ask the"
                                    + " insurer who put it there; if the exchange did, ingest the uploads again with"
                                    + " \"recovery ingest\"; then run \"recovery settle\""));
        }

        private static String seen(Recovery recovery) {
            return recovery.seen() + " of " + recovery.insurer() + " has no record";
        }
    }
}
