package jinbo.batch.recovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import jinbo.batch.Drops;
import jinbo.batch.LogContext;
import jinbo.batch.PerInsurerExecutor;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks for signs of a restore at all insurers before any list is made, because a lost upload affects all lists. */
@Component
public record ScanAllInsurers(
        Insurers insurers,
        PerInsurerExecutor perInsurerExecutor,
        Drops drops,
        ScanForUnrecordedFiles scanForUnrecordedFiles,
        FindRestoreEvidence findRestoreEvidence) {

    private static final Logger LOG = LoggerFactory.getLogger(ScanAllInsurers.class);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    /** Scans the spool for all insurers and the drops of active ones. */
    public Result look(int atATime) {
        return look(atATime, insurer -> {
            scanForUnrecordedFiles.scanSpool(insurer.code());
            return scanDrop(insurer);
        });
    }

    /**
     * Like {@link #look}, but does not wait for drops that answer much more slowly than the others. Their insurers get
     * no list before their drops are scanned.
     */
    public Result lookWithoutWaitingForSlowDrops(int atATime) {
        ScanTimeLimit limit = new ScanTimeLimit();
        ExecutorService scans = Executors.newCachedThreadPool();
        try {
            return look(atATime, insurer -> {
                scanForUnrecordedFiles.scanSpool(insurer.code());
                return scanDrop(insurer, limit, scans);
            });
        } finally {
            scans.shutdownNow();
        }
    }

    private Result look(int atATime, Function<Insurer, Scan> scan) {
        List<Scan> scans = perInsurerExecutor.withoutLease(
                insurers.all(), atATime, scan, (insurer, what) -> new Scan(insurer.code(), Optional.of(what), false));
        return new Result(
                findRestoreEvidence.open(),
                scans.stream()
                        .filter(one -> one.failure().isPresent())
                        .collect(Collectors.toMap(
                                Scan::insurer, one -> one.failure().orElseThrow())),
                scans.stream().filter(Scan::isLate).map(Scan::insurer).collect(Collectors.toSet()));
    }

    /** Returns why an insurer gets no list, by what is recorded so far; contacts no drop. */
    public Optional<String> publishingStopReason(InsurerCode insurer) {
        return new Result(findRestoreEvidence.open(), Map.of(), Set.of()).blockedReason(insurer);
    }

    /** Reads the insurer again, because its status or its drop may have changed since the run began. */
    private Scan scanDrop(Insurer insurerBefore) {
        Insurer insurer = insurers.get(insurerBefore.code());
        if (insurer.isActive()) {
            drops.visit(insurer, drop -> scanForUnrecordedFiles.scan(insurer.code(), drop));
        }
        return new Scan(insurer.code(), Optional.empty(), false);
    }

    private Scan scanDrop(Insurer insurer, ScanTimeLimit limit, ExecutorService scans) {
        long begun = System.nanoTime();
        Future<Scan> scan = scans.submit(LogContext.carry(() -> scanDrop(insurer)));
        try {
            while (System.nanoTime() - begun < limit.nanos()) {
                try {
                    Scan done = scan.get(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
                    limit.add(System.nanoTime() - begun);
                    return done;
                } catch (TimeoutException stillScanning) {
                    LOG.trace("The drop of {} is still being scanned", insurer.code(), stillScanning);
                }
            }
            limit.add(System.nanoTime() - begun);
            LOG.info("The drop of {} is slow; it is scanned before its list is sent", insurer.code());
            return new Scan(insurer.code(), Optional.empty(), true);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The run was interrupted; run it again to continue", e);
        } finally {
            scan.cancel(true);
        }
    }

    /** The scan of an insurer's drop: done, failed, or late, which means not waited for. */
    private record Scan(InsurerCode insurer, Optional<String> failure, boolean isLate) {}

    /** How long a scan may take, from the scans before it; those that failed do not count. */
    private static final class ScanTimeLimit {

        private static final long MIN_LIMIT = Duration.ofSeconds(2).toNanos();
        private static final long MAX_LIMIT = Duration.ofSeconds(10).toNanos();
        private static final int TIMES_THE_MEDIAN = 3;

        private final List<Long> durations = new ArrayList<>();

        synchronized void add(long nanos) {
            int index = Collections.binarySearch(durations, nanos);
            durations.add(index < 0 ? -index - 1 : index, nanos);
        }

        synchronized long nanos() {
            return durations.isEmpty()
                    ? MAX_LIMIT
                    : Math.min(MAX_LIMIT, Math.max(MIN_LIMIT, TIMES_THE_MEDIAN * durations.get(durations.size() / 2)));
        }
    }

    /** The open recovery, if any, the insurers whose scan failed, with the reason, and those not waited for. */
    public record Result(Optional<Recovery> open, Map<InsurerCode, String> failedScans, Set<InsurerCode> late) {

        public Result {
            failedScans = Map.copyOf(failedScans);
            late = Set.copyOf(late);
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
