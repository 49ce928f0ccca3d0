package jinbo.exchange.sftp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.sftp.common.SftpConstants;

/**
 * Limits the total time that one connection waits for a slow server. Timeouts of single answers do not limit it: a
 * server that sends one byte within each timeout could delay a transfer for days.
 *
 * <p>The time during which at least one caller waits for the server is added up. From the sum are subtracted: the time
 * that transferred bytes take at the minimum throughput, {@link #LISTING_TIME} for each answer of a listing, and {@link
 * #ANSWER_TIME} for other answers. The sum is never below zero. If it exceeds {@link DropTimeouts#slow}, the connection
 * is closed.
 */
final class MinimumThroughput {

    private static final Duration ANSWER_TIME = Duration.ofSeconds(1);

    /**
     * Generous, because a server may send only one entry in each answer; {@link RemoteFiles#list} limits the time of a
     * whole listing. An answer with bytes of a file gets no such time, because nothing else limits a transfer.
     */
    private static final Duration LISTING_TIME = Duration.ofMillis(100);

    private static final AttributeRepository.AttributeKey<MinimumThroughput> CONNECTION_KEY =
            new AttributeRepository.AttributeKey<>();

    private final DropTimeouts timeouts;
    private final Deque<Integer> writes = new ArrayDeque<>();
    private long slowNanos;
    private long waitingSince;
    private int waiting;
    private boolean watched;
    private boolean tooSlow;

    MinimumThroughput(DropTimeouts timeouts) {
        this.timeouts = timeouts;
    }

    // A closed session keeps its connection context but not its own attributes.
    static MinimumThroughput of(ClientSession session) {
        MinimumThroughput own = Optional.ofNullable(session.getConnectionContext())
                .flatMap(context -> Optional.ofNullable(context.getAttribute(CONNECTION_KEY)))
                .orElseThrow(() -> new IllegalStateException("No MinimumThroughput belongs to this connection"));
        own.watch(session);
        return own;
    }

    AttributeRepository with(Map<AttributeRepository.AttributeKey<?>, Object> context) {
        Map<AttributeRepository.AttributeKey<?>, Object> all = new HashMap<>(context);
        all.put(CONNECTION_KEY, this);
        return AttributeRepository.ofAttributesMap(all);
    }

    @FunctionalInterface
    interface IoSupplier<T> {
        T get() throws IOException;
    }

    /** Runs the work and adds its time to the time that the connection has waited for the server. */
    <T> T waitFor(IoSupplier<T> work) throws IOException {
        synchronized (this) {
            if (waiting++ == 0) {
                waitingSince = System.nanoTime();
            }
        }
        try {
            return work.get();
        } finally {
            synchronized (this) {
                addWaitingTime();
                waiting--;
            }
        }
    }

    synchronized void recordRequest(int command, int bytes) {
        if (command == SftpConstants.SSH_FXP_WRITE) {
            writes.addLast(bytes);
        }
    }

    synchronized void recordAnswer(int type, int bytes) {
        addWaitingTime();
        slowNanos = Math.max(0, slowNanos - timeFor(type, bytes).toNanos());
    }

    private Duration timeFor(int type, int bytes) {
        if (type == SftpConstants.SSH_FXP_STATUS && !writes.isEmpty()) {
            return timeouts.forBytes(writes.removeFirst());
        }
        return switch (type) {
            case SftpConstants.SSH_FXP_DATA -> timeouts.forBytes(bytes);
            case SftpConstants.SSH_FXP_NAME -> timeouts.forBytes(bytes).plus(LISTING_TIME);
            default -> ANSWER_TIME;
        };
    }

    private synchronized void watch(ClientSession session) {
        if (!watched) {
            watched = true;
            scheduleCheck(session, timeouts.slow().toNanos());
        }
    }

    private void addWaitingTime() {
        if (waiting > 0) {
            long now = System.nanoTime();
            slowNanos += now - waitingSince;
            waitingSince = now;
        }
    }

    private void scheduleCheck(ClientSession session, long nanos) {
        session.getFactoryManager()
                .getScheduledExecutorService()
                .schedule(() -> check(session), nanos, TimeUnit.NANOSECONDS);
    }

    private void check(ClientSession session) {
        synchronized (this) {
            addWaitingTime();
            long left = timeouts.slow().toNanos() - slowNanos;
            if (left > 0) {
                if (session.isOpen()) {
                    scheduleCheck(session, left);
                }
                return;
            }
            tooSlow = true;
        }
        session.close(true);
    }

    /** Returns the failure; if this class has closed the connection, one that says that the server is too slow. */
    synchronized IOException reason(IOException failure) {
        if (!tooSlow) {
            return failure;
        }
        return new IOException(
                "the server is too slow: in this connection it took "
                        + timeouts.slow().toMillis() / 1000.0 + " s longer than allowed (allowed: one second for each "
                        + timeouts.bytesPerSecond() + " bytes, and up to one second for each other answer)",
                failure);
    }
}
