package jinbo.job;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import jinbo.insurer.Insurer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works for many insurers side by side, for each under its lease, so that no two processes work for the same one. */
@Component
public class EachInsurer {

    private static final Logger LOG = LoggerFactory.getLogger(EachInsurer.class);

    private final DataSource dataSource;
    private final CurrentLease currentLease;
    private final TakeOver takeOver;
    private final Fence fence;
    private final StopRequest stop;

    EachInsurer(DataSource dataSource, CurrentLease currentLease, TakeOver takeOver, Fence fence, StopRequest stop) {
        this.dataSource = dataSource;
        this.currentLease = currentLease;
        this.takeOver = takeOver;
        this.fence = fence;
        this.stop = stop;
    }

    /**
     * Does the work for each insurer and gives the answers in the order of the insurers.
     *
     * @param work what to do under the lease
     * @param problem the answer for an insurer that could not be worked for, from a sentence that says why
     */
    public <T> List<T> of(
            List<Insurer> insurers, int atATime, Function<Insurer, T> work, BiFunction<Insurer, String, T> problem) {
        return SideBySide.each(insurers, atATime, insurer -> {
            if (stop.isRequested()) {
                return problem.apply(insurer, StopRequest.STOPPED);
            }
            try {
                return underLease(insurer, work)
                        .orElseGet(() -> problem.apply(
                                insurer, "another process is working for it; run again when that has ended"));
            } catch (RuntimeException e) {
                LOG.warn("The work for {} failed", insurer.code(), e);
                return problem.apply(insurer, Explain.cause(e));
            }
        });
    }

    /** Does for each insurer what changes nothing of its and so needs no lease, and gives the answers in their order. */
    public <T> List<T> withoutLease(
            List<Insurer> insurers, int atATime, Function<Insurer, T> work, BiFunction<Insurer, String, T> problem) {
        return SideBySide.each(insurers, atATime, insurer -> {
            try {
                return work.apply(insurer);
            } catch (RuntimeException e) {
                LOG.warn("The work for {} failed", insurer.code(), e);
                return problem.apply(insurer, Explain.cause(e));
            }
        });
    }

    private <T> Optional<T> underLease(Insurer insurer, Function<Insurer, T> work) {
        Optional<InsurerLease> lease = InsurerLease.tryTake(dataSource, insurer);
        try {
            return lease.map(held -> currentLease.with(held, () -> takeOverAndWork(insurer, work)));
        } finally {
            lease.ifPresent(InsurerLease::close);
        }
    }

    private <T> T takeOverAndWork(Insurer insurer, Function<Insurer, T> work) {
        try {
            takeOver.whatIsLeftOf(insurer.code());
            return work.apply(insurer);
        } catch (RuntimeException e) {
            throw fence.loss().<RuntimeException>map(lost -> because(lost, e)).orElse(e);
        }
    }

    private static LeaseLostException because(LeaseLostException lost, RuntimeException seen) {
        lost.addSuppressed(seen);
        return lost;
    }
}
