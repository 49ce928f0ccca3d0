package jinbo.batch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.InsurerCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions that were opened for a look and are kept for work that follows at once: to connect and log in takes longer than to deliver
 * a list of changes. One that nobody has come for after some seconds is good for nothing but to be closed: nobody knows any more
 * whether the other side still holds its end.
 */
final class DropSessionCache {

    private static final Logger LOG = LoggerFactory.getLogger(DropSessionCache.class);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST = 64;

    private final Map<InsurerCode, Kept> kept = new ConcurrentHashMap<>();

    /** A session that nobody uses at the moment. */
    private record Kept(InsurerCode insurer, DropSession session, DropAddress address, long since) {

        boolean serves(DropAddress wanted) {
            return address.equals(wanted) && System.nanoTime() - since < FRESH.toNanos() && session.answers();
        }

        void close() {
            try {
                session.close();
            } catch (RuntimeException e) {
                LOG.debug("The session with the drop of {} could not be closed", insurer, e);
            }
        }
    }

    /** Keeps a session; where there are many already it is closed. */
    void keep(InsurerCode insurer, DropAddress address, DropSession session) {
        Kept one = new Kept(insurer, session, address, System.nanoTime());
        if (kept.size() >= MOST) {
            one.close();
        } else {
            Optional.ofNullable(kept.put(insurer, one)).ifPresent(Kept::close);
        }
    }

    /** The insurer's, if it is fresh and the server answers; it is the caller's to close from now on. */
    Optional<DropSession> take(InsurerCode insurer, DropAddress address) {
        Kept found = kept.remove(insurer);
        if (found == null) {
            return Optional.empty();
        }
        boolean serves = false;
        try {
            serves = found.serves(address);
        } finally {
            if (!serves) {
                found.close();
            }
        }
        return serves ? Optional.of(found.session()) : Optional.empty();
    }

    void closeAll() {
        for (InsurerCode insurer : kept.keySet()) {
            Optional.ofNullable(kept.remove(insurer)).ifPresent(Kept::close);
        }
    }
}
