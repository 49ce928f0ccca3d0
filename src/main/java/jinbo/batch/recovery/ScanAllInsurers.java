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

/** Looks for signs of a restore at all insurers before any list is made, because a lost upload affects all lists. */
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

    /** Like {@link #look(int)}, but keeps the sessions on the drops of these insurers open for later work. */
    public Result look(int atATime, Set<InsurerCode> keepOpenFor) {
        List<Insurer> all = insurers.all();
        Map<InsurerCode, String> problems = new HashMap<>();
        perInsurerExecutor
                .withoutLease(
                        all,
                        atATime,
                        insurer -> scan(insurer, keepOpenFor.contains(insurer.code())),
                        (insurer, what) -> Optional.of(new Remark(insurer.code(), what)))
                .forEach(remark -> remark.ifPresent(found -> problems.put(found.insurer(), found.what())));
        return new Result(findRestoreEvidence.open(), problems);
    }

    /** Returns why an insurer gets no list, by what is recorded so far; contacts no drop. */
    public Optional<String> publishingStopReason(InsurerCode insurer) {
        return new Result(findRestoreEvidence.open(), Map.of()).blockedReason(insurer);
    }

    /** Reads the insurer again, because its status or its drop may have changed since the run began. */
    private Optional<Remark> scan(Insurer insurerBefore, boolean keepOpenFor) {
        Insurer insurer = insurers.get(insurerBefore.code());
        scanForUnrecordedFiles.scanSpool(insurer.code());
        if (insurer.isActive() && keepOpenFor) {
            drops.visitAndKeepOpen(insurer, drop -> scanForUnrecordedFiles.scan(insurer.code(), drop));
        } else if (insurer.isActive()) {
            drops.visit(insurer, drop -> scanForUnrecordedFiles.scan(insurer.code(), drop));
        }
        return Optional.empty();
    }

    /** The open recovery, if any, and the insurers whose scan failed, with the reason. */
    public record Result(Optional<Recovery> open, Map<InsurerCode, String> failedScans) {

        public Result {
            failedScans = Map.copyOf(failedScans);
        }

        /** Returns why no insurer gets a list: the first sign of a restore, and what to do. */
        public Optional<String> publishingStopped() {
            return open.filter(Recovery::stopsAllPublishing)
                    .map(recovery -> "nothing is published: " + seen(recovery)
                            + ", so the database was restored from an older backup, and lists made from it would"
                            + " leave out numbers that are blocked; see \"recovery list\", ingest the uploads again"
                            + " with \"recovery ingest\", and then \"recovery settle\"");
        }

        /** Returns why this insurer gets no list; empty if it may get one. */
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
