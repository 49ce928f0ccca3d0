package jinbo.job;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jinbo.drop.DropAddress;
import jinbo.drop.DropSession;
import jinbo.insurer.InsurerCode;

/**
 * Sessions that were opened for a look and are kept for work that follows at once: to connect and log in takes longer than to deliver
 * a list of changes. After some seconds nobody knows any more whether the other side still holds its end, and a new one is
 * opened.
 */
final class KeptSessions {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST = 64;

    private final Map<InsurerCode, Kept> kept = new ConcurrentHashMap<>();

    /** A session that nobody uses at the moment. */
    private record Kept(DropSession session, DropAddress address, long since) {

        boolean serves(DropAddress wanted) {
            return session.isOpen() && address.equals(wanted) && System.nanoTime() - since < FRESH.toNanos();
        }
    }

    /** Keeps a session, or closes it where there are many. */
    void keep(InsurerCode insurer, DropAddress address, DropSession session) {
        Kept before = kept.size() < MOST
                ? kept.put(insurer, new Kept(session, address, System.nanoTime()))
                : new Kept(session, address, 0);
        if (before != null) {
            before.session().close();
        }
    }

    /** The insurer's, if it is fresh; it is the caller's to close from now on. */
    Optional<DropSession> take(InsurerCode insurer, DropAddress address) {
        Optional<Kept> found = Optional.ofNullable(kept.remove(insurer));
        found.filter(one -> !one.serves(address))
                .ifPresent(stale -> stale.session().close());
        return found.filter(one -> one.serves(address)).map(Kept::session);
    }

    void closeAll() {
        kept.keySet()
                .forEach(insurer -> Optional.ofNullable(kept.remove(insurer))
                        .ifPresent(one -> one.session().close()));
    }
}
