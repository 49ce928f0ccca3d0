package jinbo.accesslog;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One access for many reads: begun before the first read, completed with the total of the numbers read. */
public final class SharedAccess {

    private static final Logger LOG = LoggerFactory.getLogger(SharedAccess.class);

    private final AccessLog log;
    private final Access access;
    private Optional<AccessPermit> begun = Optional.empty();
    private long numbers;

    /** Creates the object only; the access begins before the first read. */
    public SharedAccess(AccessLog log, Access access) {
        this.log = log;
        this.access = access;
    }

    /**
     * Reads, one call at a time. If a read fails, the access fails, and the next read begins another one.
     *
     * @throws AccessLogUnavailableException if the access cannot begin
     * @throws AccessAlreadyEndedException if the access was abandoned
     */
    public synchronized <T> T read(Function<AccessPermit, T> reading, ToLongFunction<T> count) {
        AccessPermit permit = begun.orElseGet(() -> log.begin(access));
        begun = Optional.of(permit);
        try {
            T read = reading.apply(permit);
            numbers += count.applyAsLong(read);
            return read;
        } catch (RuntimeException e) {
            forget();
            log.failed(permit, e);
            throw e;
        }
    }

    /** Completes the access. If the log is unavailable, it stays open until it is abandoned. */
    public synchronized void complete() {
        try {
            begun.ifPresent(permit -> log.completeNow(permit, AccessResult.of("READ", numbers)));
        } catch (AccessAlreadyEndedException | AccessLogUnavailableException e) {
            LOG.warn("The result of {} {} could not be recorded", access.action(), access.object(), e);
        }
        forget();
    }

    private void forget() {
        begun = Optional.empty();
        numbers = 0;
    }
}
