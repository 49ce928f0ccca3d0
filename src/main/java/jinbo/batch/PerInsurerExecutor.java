package jinbo.batch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jinbo.exchange.sftp.Sleeper;
import jinbo.participant.insurer.Insurer;
import jinbo.platform.error.FailureMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Works for many insurers side by side, for each under its lease, so that no two processes work for the same one. */
@Component
public class PerInsurerExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(PerInsurerExecutor.class);

    private static final String BUSY = "another process is working for it; run again when that has ended";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final DataSource dataSource;
    private final CurrentThreadLease currentThreadLease;
    private final CleanUpAbandonedWork cleanUpAbandonedWork;
    private final Fence fence;
    private final StopRequest stop;
    private final Sleeper sleeper;
    private final Duration patience;

    PerInsurerExecutor(
            DataSource dataSource,
            CurrentThreadLease currentThreadLease,
            CleanUpAbandonedWork cleanUpAbandonedWork,
            Fence fence,
            StopRequest stop,
            Sleeper sleeper,
            @Value("${jinbo.wait-for-others}") Duration patience) {
        this.dataSource = dataSource;
        this.currentThreadLease = currentThreadLease;
        this.cleanUpAbandonedWork = cleanUpAbandonedWork;
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
        List<Optional<Map.Entry<Insurer, T>>> answers = ParallelWork.each(
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
        return ParallelWork.each(insurers, atATime, insurer -> {
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
            cleanUpAbandonedWork.cleanUp(insurer.code());
            return work.apply(insurer);
        } catch (RuntimeException e) {
            throw (RuntimeException) fence.causeOf(e);
        }
    }
}
