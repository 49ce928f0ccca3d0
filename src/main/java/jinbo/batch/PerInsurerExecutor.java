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

/** Works for many insurers side by side, for each under its lease, so that no two processes work for the same one. */
@Component
public class PerInsurerExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(PerInsurerExecutor.class);

    private static final String BUSY = "another process is working for it; run again after it has finished";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    /** What jobs do under the lease of an insurer, and nobody else does. */
    private static final Set<AccessAction> UNDER_LEASE = EnumSet.of(
            AccessAction.TAKE_IN, AccessAction.RELEASE, AccessAction.PUBLISH_LIST, AccessAction.HAND_OVER_CASES);

    private final DataSource dataSource;
    private final CurrentThreadLease currentThreadLease;
    private final AccessLog accessLog;
    private final PendingFetches pendingFetches;
    private final Spool spool;
    private final Fence fence;
    private final StopRequest stop;
    private final Sleeper sleeper;
    private final Duration patience;

    PerInsurerExecutor(
            DataSource dataSource,
            CurrentThreadLease currentThreadLease,
            AccessLog accessLog,
            PendingFetches pendingFetches,
            Spool spool,
            Fence fence,
            StopRequest stop,
            Sleeper sleeper,
            @Value("${jinbo.wait-for-others}") Duration patience) {
        this.dataSource = dataSource;
        this.currentThreadLease = currentThreadLease;
        this.accessLog = accessLog;
        this.pendingFetches = pendingFetches;
        this.spool = spool;
        this.fence = fence;
        this.stop = stop;
        this.sleeper = sleeper;
        this.patience = patience;
    }

    /**
     * Does the work for each insurer and gives the answers in the order of the insurers. Those that another process works for are
     * waited for when the others are done, and not for long.
     *
     * @param problem the answer for an insurer that could not be worked for, from a sentence that says why
     */
    public <T> List<T> of(
            List<Insurer> insurers, int atATime, Function<Insurer, T> work, BiFunction<Insurer, String, T> problem) {
        Map<Insurer, T> answers = new HashMap<>(ofUnlocked(insurers, atATime, work, problem));
        long begun = System.nanoTime();
        while (answers.size() < insurers.size()
                && System.nanoTime() - begun < patience.toNanos()
                && sleeper.sleep(LOOK_AGAIN)) {
            List<Insurer> left =
                    insurers.stream().filter(one -> !answers.containsKey(one)).toList();
            answers.putAll(ofUnlocked(left, atATime, work, problem));
        }
        return insurers.stream()
                .map(insurer -> answers.computeIfAbsent(insurer, busy -> problem.apply(busy, BUSY)))
                .toList();
    }

    /**
     * The same for those alone that no other process works for, without waiting for the others, which are missing from the answers.
     */
    private <T> Map<Insurer, T> ofUnlocked(
            List<Insurer> insurers, int atATime, Function<Insurer, T> work, BiFunction<Insurer, String, T> problem) {
        List<Optional<Map.Entry<Insurer, T>>> answers = each(
                insurers, atATime, insurer -> ifFree(insurer, work, problem).map(answer -> Map.entry(insurer, answer)));
        return answers.stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * How many insurers are worked for at a time by the threads of a step, and whether any is. Whoever waits for another process takes no
     * place.
     */
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

        private boolean hasRestedFor(Duration time, long since) {
            long now = System.nanoTime();
            return working.get() == 0 && Math.min(now - lastWorked, now - since) >= time.toNanos();
        }
    }

    /**
     * Does the work for one insurer under its lease, in this thread. Another process that works for it is waited for when the others are
     * done, and not for long.
     */
    public <T> T underLease(
            Insurer insurer, Places places, Function<Insurer, T> work, BiFunction<Insurer, String, T> problem) {
        long begun = System.nanoTime();
        Optional<T> answer = underLeaseIfFree(insurer, places, work, problem);
        while (answer.isEmpty() && !places.hasRestedFor(patience, begun) && sleeper.sleep(LOOK_AGAIN)) {
            answer = underLeaseIfFree(insurer, places, work, problem);
        }
        return answer.orElseGet(() -> problem.apply(insurer, BUSY));
    }

    /** The same without waiting for another process; empty if one works for it. */
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
            return LogContext.about(LogContext.Field.INSURER, insurer.code(), () -> underLease(insurer, work));
        } catch (RuntimeException e) {
            LOG.warn("The work for {} failed", insurer.code(), e);
            return Optional.of(problem.apply(insurer, FailureMessages.cause(e)));
        }
    }

    /** Whether somebody works for the insurer at this moment, in this process or another. */
    boolean isBusy(Insurer insurer) {
        return InsurerLease.isTaken(dataSource, insurer);
    }

    /** Does for each insurer what changes nothing of its and so needs no lease, and gives the answers in their order. */
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

    /**
     * Puts in order what a process that is dead has left of an insurer, before anything else is done under a lease that
     * was just taken: accesses that it announced, fetches and drafts that it broke off. Its executions are
     * {@link JobRuns}'.
     */
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

    /** Does the same for many insurers, some of them at a time, and gives the answers in the order of the insurers. */
    private static <A, B> List<B> each(List<A> subjects, int atATime, Function<A, B> work) {
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, Math.min(atATime, subjects.size())));
        Map<String, String> about = LogContext.ofThisThread();
        try {
            List<Future<B>> pending = new ArrayList<>();
            for (A subject : subjects) {
                pending.add(workers.submit(() -> {
                    LogContext.takeOver(about);
                    return work.apply(subject);
                }));
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
}
