package jinbo.job;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import jinbo.insurer.Insurer;
import org.springframework.stereotype.Component;

/** Works for many insurers side by side, for each under its lease, so that no two processes work for the same one. */
@Component
public class EachInsurer {

    private final DataSource dataSource;

    EachInsurer(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Does the work for each insurer and gives the answers in the order of the insurers.
     *
     * @param work what to do under the lease
     * @param elsewhere the answer for an insurer that another process works for
     */
    public <T> List<T> of(
            List<Insurer> insurers, int atATime, Function<Insurer, T> work, Function<Insurer, T> elsewhere) {
        return SideBySide.each(insurers, atATime, insurer -> {
            Optional<InsurerLease> lease = InsurerLease.tryTake(dataSource, insurer);
            if (lease.isEmpty()) {
                return elsewhere.apply(insurer);
            }
            try {
                return work.apply(insurer);
            } finally {
                lease.get().close();
            }
        });
    }
}
