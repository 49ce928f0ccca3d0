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

/**
 * Looks at every insurer for what no record knows, before anything is made from the registry: registrations that one insurer's upload
 * brought are missing from everybody's list.
 */
@Component
public record ScanAllInsurers(
        Insurers insurers,
        PerInsurerExecutor perInsurerExecutor,
        Drops drops,
        ScanForUnrecordedFiles scanForUnrecordedFiles,
        FindRestoreEvidence findRestoreEvidence) {

    /**
     * Looks at the spool for all, and at the drops of those that take part; nothing is asked of an insurer that is suspended or has left.
     */
    public Result look(int atATime) {
        return look(atATime, Set.of());
    }

    /**
     * The same before work for some of them, which goes on with the sessions: {@link Drops#visitAndKeepOpen}.
     *
     * @param worked those that are worked for right after
     */
    public Result look(int atATime, Set<InsurerCode> worked) {
        List<Insurer> all = insurers.all();
        Map<InsurerCode, String> problems = new HashMap<>();
        perInsurerExecutor
                .withoutLease(
                        all,
                        atATime,
                        insurer -> look(insurer, worked.contains(insurer.code())),
                        (insurer, what) -> Optional.of(new Remark(insurer.code(), what)))
                .forEach(remark -> remark.ifPresent(found -> problems.put(found.insurer(), found.what())));
        return new Result(findRestoreEvidence.open(), problems);
    }

    /** Why an insurer gets no list by now, by what looks of any process have shown; asks no drop. */
    public Optional<String> publishingStopReason(InsurerCode insurer) {
        return new Result(findRestoreEvidence.open(), Map.of()).blockedReason(insurer);
    }

    private Optional<Remark> look(Insurer insurer, boolean worked) {
        scanForUnrecordedFiles.scanSpool(insurer.code());
        if (insurer.isActive() && worked) {
            drops.visitAndKeepOpen(insurer, drop -> scanForUnrecordedFiles.look(insurer.code(), drop));
        } else if (insurer.isActive()) {
            drops.visit(insurer, drop -> scanForUnrecordedFiles.look(insurer.code(), drop));
        }
        return Optional.empty();
    }

    /**
     * @param open the recovery that is not settled, if there is one
     * @param notSeen the insurers that could not be looked at, and why
     */
    public record Result(Optional<Recovery> open, Map<InsurerCode, String> notSeen) {

        public Result {
            notSeen = Map.copyOf(notSeen);
        }

        /** Why nothing is published for anybody: what was seen first, and what to do. */
        public Optional<String> publishingStopped() {
            return open.filter(Recovery::stopsAllPublishing)
                    .map(recovery -> "nothing is published: " + seen(recovery)
                            + ", so the database was restored from an older backup, and its lists would release"
                            + " numbers that are blocked; see \"recovery list\", ingest the uploads again with"
                            + " \"recovery ingest\", and then \"recovery settle\"");
        }

        /** Why an insurer gets no list: nobody does, its own drop could not be looked at, or it holds what no record knows. */
        public Optional<String> blockedReason(InsurerCode insurer) {
            return publishingStopped()
                    .or(() -> Optional.ofNullable(notSeen.get(insurer)))
                    .or(() -> open.filter(recovery -> recovery.stopsPublishingFor(insurer))
                            .map(recovery -> "no list is published for it: " + seen(recovery)
                                    + ", without other signs that the database is older; see \"recovery list\", ask the"
                                    + " insurer who put it there, ingest our uploads again with"
                                    + " \"recovery ingest\", and then run \"recovery settle\""));
        }

        private static String seen(Recovery recovery) {
            return recovery.seen() + " of " + recovery.insurer() + " has no record";
        }
    }
}
