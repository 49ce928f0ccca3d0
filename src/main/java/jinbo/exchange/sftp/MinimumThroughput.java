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
 * How long a server that answers slowly is waited for in one session. Time-outs of single answers do not bound that: a server that sends one
 * byte of a file within each of them could keep a transfer for days.
 *
 * <p>Time in which somebody waits for the server counts. Bytes of files and listings that go either way take back the time that they
 * need at the least throughput, and each answer of a listing {@link #OF_A_LISTING} besides, because a server may send one entry at a time; every
 * other answer takes back {@link #OF_AN_ANSWER}. No time is saved up in advance. Where the rest exceeds what
 * is allowed, the connection is ended, whatever is under way. So a session takes no longer than its bytes and answers justify,
 * and that time once.
 */
final class MinimumThroughput {

    /** Within which an answer that moves no bytes is not slow. */
    private static final Duration OF_AN_ANSWER = Duration.ofSeconds(1);

    /**
     * Within which an answer of a listing is not slow, however few entries it has. What a server could win by that is bounded by the time that
     * {@link RemoteFiles#list} takes for a whole listing. An answer that brings bytes of a file has no such time, or a server that sends single
     * bytes could keep a transfer for days.
     */
    private static final Duration OF_A_LISTING = Duration.ofMillis(100);

    private static final AttributeRepository.AttributeKey<MinimumThroughput> OF_CONNECTION =
            new AttributeRepository.AttributeKey<>();

    private final DropTimeouts timeouts;
    private final Deque<Integer> writes = new ArrayDeque<>();
    private long slowNanos;
    private long waitingSince;
    private int waiting;
    private boolean watched;
    private boolean lost;

    MinimumThroughput(DropTimeouts timeouts) {
        this.timeouts = timeouts;
    }

    /** That of a session, which keeps its connection's context when it is closed, but no attributes of its own. */
    static MinimumThroughput of(ClientSession session) {
        MinimumThroughput own = Optional.ofNullable(session.getConnectionContext())
                .flatMap(context -> Optional.ofNullable(context.getAttribute(OF_CONNECTION)))
                .orElseThrow(() -> new IllegalStateException("Nobody measures how slow this server is"));
        own.watch(session);
        return own;
    }

    /** Adds it to what travels with a connection. */
    AttributeRepository with(Map<AttributeRepository.AttributeKey<?>, Object> context) {
        Map<AttributeRepository.AttributeKey<?>, Object> all = new HashMap<>(context);
        all.put(OF_CONNECTION, this);
        return AttributeRepository.ofAttributesMap(all);
    }

    @FunctionalInterface
    interface Waiting<T> {
        T done() throws IOException;
    }

    /** @throws IOException of the work, and if the connection was ended because the server is too slow */
    <T> T waitFor(Waiting<T> work) throws IOException {
        begin();
        try {
            return work.done();
        } finally {
            end();
        }
    }

    synchronized void asked(int command, int bytes) {
        if (command == SftpConstants.SSH_FXP_WRITE) {
            writes.addLast(bytes);
        }
    }

    synchronized void answered(int type, int bytes) {
        settle();
        slowNanos = Math.max(0, slowNanos - due(type, bytes).toNanos());
    }

    private Duration due(int type, int bytes) {
        if (type == SftpConstants.SSH_FXP_STATUS && !writes.isEmpty()) {
            return timeouts.moving(writes.removeFirst());
        }
        return switch (type) {
            case SftpConstants.SSH_FXP_DATA -> timeouts.moving(bytes);
            case SftpConstants.SSH_FXP_NAME -> timeouts.moving(bytes).plus(OF_A_LISTING);
            default -> OF_AN_ANSWER;
        };
    }

    private synchronized void begin() {
        if (waiting++ == 0) {
            waitingSince = System.nanoTime();
        }
    }

    private synchronized void watch(ClientSession session) {
        if (!watched) {
            watched = true;
            lookAgainAfter(session, timeouts.slow().toNanos());
        }
    }

    private synchronized void end() {
        settle();
        waiting--;
    }

    private void settle() {
        if (waiting > 0) {
            long now = System.nanoTime();
            slowNanos += now - waitingSince;
            waitingSince = now;
        }
    }

    /** Never too late: until then no more time can have been added than was left. */
    private void lookAgainAfter(ClientSession session, long nanos) {
        session.getFactoryManager()
                .getScheduledExecutorService()
                .schedule(() -> look(session), nanos, TimeUnit.NANOSECONDS);
    }

    private void look(ClientSession session) {
        synchronized (this) {
            settle();
            long left = timeouts.slow().toNanos() - slowNanos;
            if (left > 0) {
                if (session.isOpen()) {
                    lookAgainAfter(session, left);
                }
                return;
            }
            lost = true;
        }
        session.close(true);
    }

    /** Why something failed: that the server is too slow, if the connection was ended for that. */
    synchronized IOException reason(IOException failure) {
        if (!lost) {
            return failure;
        }
        return new IOException(
                "the server is too slow: in this connection it took "
                        + timeouts.slow().toMillis() / 1000.0 + " s longer than allowed, at "
                        + timeouts.bytesPerSecond() + " bytes and one answer a second",
                failure);
    }
}
