package jinbo.job.collect;

import java.io.IOException;
import java.time.Clock;
import jinbo.drop.DropSession;
import jinbo.inbound.Answers;
import jinbo.inbound.InboundFile;
import jinbo.inbound.InboundFiles;
import jinbo.inbound.SealedAnswer;
import jinbo.job.Drops;
import jinbo.job.Progress;
import jinbo.job.Spool;
import jinbo.job.SpoolException;
import org.springframework.stereotype.Component;

/** The third step: puts the sealed answers on the drop, the outcome first and the receipt last. */
@Component
class DeliverAnswers {

    private final InboundFiles inbound;
    private final Answers answers;
    private final Drops drops;
    private final Spool spool;
    private final Progress progress;
    private final Clock clock;

    DeliverAnswers(InboundFiles inbound, Answers answers, Drops drops, Spool spool, Progress progress, Clock clock) {
        this.inbound = inbound;
        this.answers = answers;
        this.drops = drops;
        this.spool = spool;
        this.progress = progress;
        this.clock = clock;
    }

    /** Delivers what is not delivered yet; the same bytes found there already count as delivered. */
    void deliver(long inboundFile, int answer) {
        InboundFile file = inbound.get(inboundFile);
        DropSession drop = drops.session(file.insurer());
        for (SealedAnswer sealed : answers.undelivered(inboundFile, answer)) {
            try {
                drop.deliver(
                        spool.resolve(sealed.spooledAs()), sealed.name(), progress.of(sealed.name(), sealed.size()));
            } catch (IOException e) {
                throw new SpoolException("read", sealed.name(), e);
            }
            answers.delivered(sealed, clock.instant());
        }
    }
}
