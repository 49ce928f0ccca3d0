package jinbo.job;

import java.time.Clock;
import java.time.Instant;
import jinbo.insurer.Endings;
import jinbo.insurer.Insurer;
import jinbo.insurer.InsurerCode;
import jinbo.workday.BusinessTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An insurer is succeeded by another one: in one transaction it leaves, and all that depends on it passes to the successor. */
@Component
public class Succession {

    private final Endings endings;
    private final Clock clock;

    Succession(Endings endings, Clock clock) {
        this.endings = endings;
        this.clock = clock;
    }

    /**
     * Lets an insurer be succeeded today.
     *
     * @return the one that has left
     * @throws jinbo.insurer.InsurerException if it cannot be succeeded by that one
     */
    @Transactional
    public Insurer of(InsurerCode code, InsurerCode successor, Reason reason) {
        Instant now = clock.instant();
        return endings.succeed(code, successor, BusinessTime.dateOf(now), reason.words(), now);
    }
}
