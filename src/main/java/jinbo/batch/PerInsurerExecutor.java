package jinbo.batch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.exchange.sftp.Sleeper;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.error.FailureMessages;
import jinbo.registry.inbound.PendingFetches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Works for insurers in parallel, each under the insurer's lease, so that no two processes work for the same one. */
@Component
public record PerInsurerExecutor(
        DataSource dataSource,
        CurrentThreadLease currentThreadLease,
        AccessLog accessLog,
        PendingFetches pendingFetches,
        Spool spool,
        Fence fence,
        StopRequest stop,
        Sleeper sleeper,
        @Value("${jinbo.wait-for-others}") Duration patience) {

    private static final Logger LOG = LoggerFactory.getLogger(PerInsurerExecutor.class);

    /** Each insurer in progress needs up to four database connections; the pool in {@code application.yaml} has forty. */
    private static final int MAX_INSURERS_AT_A_TIME = 8;

    private static final String BUSY = "another process is working for it; run again after it has finished";
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    /** The kinds of accesses that begin only under an insurer's lease, so that a new holder can end old ones. */
    private static final Set<AccessAction> UNDER_LEASE = EnumSet.of(
            AccessAction.TAKE_IN, AccessAction.RELEASE, AccessAction.PUBLISH_LIST, AccessAction.HAND_OVER_CASES);

    /**
     * Works for each insurer, and returns the results in their order. Waits at the end for insurers for which other
     * processes work, up to {@code jinbo.wait-for-others}.
     *
     * @param problem makes the result of an insurer for which no work was done, from the reason
     */
    public <T> List<T> runForEach(
            List<Insurer> insurers, int atATime, Function<Insurer, T> work, BiFunction<Insurer, String, T> problem) {
        Map<Insurer, T> results = new HashMap<>(runForFree(insurers, atATime, work, problem));
        long begun = System.nanoTime();
        while (results.size() < insurers.size()
                && System.nanoTime() - begun < patience.toNanos()
                && sleeper.sleep(POLL_INTERVAL)) {
            List<Insurer> left =
                    insurers.stream().filter(one -> !results.containsKey(one)).toList();
            results.putAll(runForFree(left, atATime, work, problem));
        }
        return insurers.stream()
                .map(insurer -> results.computeIfAbsent(insurer, busy -> problem.apply(busy, BUSY)))
                .toList();
    }

    /** Works for the insurers for which no other process works. */
    private <T> Map<Insurer, T> runForFree(
            List<Insurer> insurers, int atATime, Function<Insurer, T> work, BiFunction<Insurer, String, T> problem) {
        List<Optional<Map.Entry<Insurer, T>>> results = each(
                insurers, atATime, insurer -> ifFree(insurer, work, problem).map(answer -> Map.entry(insurer, answer)));
        return results.stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Limits for how many insurers a step works at a time. Waiting for another process does not count. */
    public static final class Places {

        private final Semaphore free;
        private final AtomicInteger working = new AtomicInteger();
        private volatile long lastWorked = System.nanoTime();

        public Places(int most) {
            this.free = new Semaphore(most, true);
        }

        private <T> T work(Supplier<T> work) {
            working.incrementAndGet();
            try {
                return work.get();
            } finally {
                lastWorked = System.nanoTime();
                working.decrementAndGet();
            }
        }

        private boolean hasBeenIdleFor(Duration time, long since) {
            long now = System.nanoTime();
            return working.get() == 0 && Math.min(now - lastWorked, now - since) >= time.toNanos();
        }
    }

    /** Waits for another process until all threads have been idle for {@code jinbo.wait-for-others}. */
    public <T> T underLease(
            Insurer insurer, Places places, Function<Insurer, T> work, BiFunction<Insurer, String, T> problem) {
        long begun = System.nanoTime();
        Optional<T> answer = underLeaseIfFree(insurer, places, work, problem);
        while (answer.isEmpty() && !places.hasBeenIdleFor(patience, begun) && sleeper.sleep(POLL_INTERVAL)) {
            answer = underLeaseIfFree(insurer, places, work, problem);
        }
        return answer.orElseGet(() -> problem.apply(insurer, BUSY));
    }

    /** Like {@link #underLease}, without waiting; empty if another process works for the insurer. */
    public <T> Optional<T> underLeaseIfFree(
            Insurer insurer, Places places, Function<Insurer, T> work, BiFunction<Insurer, String, T> problem) {
        places.free.acquireUninterruptibly();
        try {
            return ifFree(insurer, one -> places.work(() -> work.apply(one)), problem);
        } finally {
            places.free.release();
        }
    }

    private <T> Optional<T> ifFree(Insurer insurer, Function<Insurer, T> work, BiFunction<Insurer, String, T> problem) {
        if (stop.isRequested()) {
            return Optional.of(problem.apply(insurer, StopRequest.STOPPED));
        }
        try {
            return LogContext.with(LogContext.Field.INSURER, insurer.code(), () -> underLease(insurer, work));
        } catch (RuntimeException e) {
            LOG.warn("The work for {} failed", insurer.code(), e);
            return Optional.of(problem.apply(insurer, FailureMessages.cause(e)));
        }
    }

    /** True if this or another process works for the insurer. */
    boolean isBusy(Insurer insurer) {
        return InsurerLease.isTaken(dataSource, insurer);
    }

    /** Runs read-only work for each insurer without a lease, and returns the results in the order of the insurers. */
    public <T> List<T> withoutLease(
            List<Insurer> insurers, int atATime, Function<Insurer, T> work, BiFunction<Insurer, String, T> problem) {
        return each(insurers, atATime, insurer -> {
            try {
                return work.apply(insurer);
            } catch (RuntimeException e) {
                LOG.warn("The work for {} failed", insurer.code(), e);
                return problem.apply(insurer, FailureMessages.cause(e));
            }
        });
    }

    private <T> Optional<T> underLease(Insurer insurer, Function<Insurer, T> work) {
        Optional<InsurerLease> lease = InsurerLease.tryTake(dataSource, insurer);
        try {
            return lease.map(held -> currentThreadLease.with(held, () -> takeOverAndWork(insurer, work)));
        } finally {
            lease.ifPresent(InsurerLease::close);
        }
    }

    private <T> T takeOverAndWork(Insurer insurer, Function<Insurer, T> work) {
        try {
            cleanUp(insurer.code());
            return work.apply(insurer);
        } catch (RuntimeException e) {
            throw (RuntimeException) fence.causeOf(e);
        }
    }

    /** Cleans up accesses, fetches and unfinished files of a dead process; {@link JobRuns} handles its executions. */
    private void cleanUp(InsurerCode insurer) {
        int abandoned = accessLog.abandon(insurer.value(), UNDER_LEASE);
        if (abandoned > 0) {
            LOG.info("{}: {} access(es), left by a dead process, were ended", insurer, abandoned);
        }
        try {
            for (long fetch : pendingFetches.of(insurer)) {
                spool.clear(fetch);
                fence.record(() -> pendingFetches.end(fetch));
            }
            spool.discardDrafts(insurer);
        } catch (IOException e) {
            throw new SpoolException("clear", "the leftovers of " + insurer, e);
        }
    }

    private static <A, B> List<B> each(List<A> subjects, int atATime, Function<A, B> work) {
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, Math.min(atATime, subjects.size())));
        try {
            List<Future<B>> pending = new ArrayList<>();
            for (A subject : subjects) {
                pending.add(workers.submit(LogContext.carry(() -> work.apply(subject))));
            }
            List<B> done = new ArrayList<>();
            for (Future<B> one : pending) {
                done.add(one.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The run was interrupted; run it again to continue", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    /** @throws IllegalArgumentException if the setting is not 1 to 8 */
    public static void requireInsurersAtATime(int setting) {
        if (setting < 1 || setting > MAX_INSURERS_AT_A_TIME) {
            throw new IllegalArgumentException(
                    "insurers-at-a-time is " + setting + "; it must be 1 to " + MAX_INSURERS_AT_A_TIME);
        }
    }
}
