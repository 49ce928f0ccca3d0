package jinbo.consumer.portal.remote;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jinbo.consumer.ConsumerServiceUnavailableException;
import jinbo.platform.files.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends a portal request and waits for the answer in the visitor's thread. A request that no process takes in time is
 * withdrawn, so that it has no effect after the visitor was rejected.
 */
final class PortalRequestSender {

    private static final long POLL_INTERVAL_MILLIS = 250;

    private final JdbcClient jdbc;
    private final RemotePortalSettings settings;
    private final Map<String, Semaphore> waiting = new ConcurrentHashMap<>();

    PortalRequestSender(JdbcClient jdbc, RemotePortalSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @throws ConsumerServiceUnavailableException if no answer arrives in time */
    @Nullable
    Object send(PortalRequest portalRequest) {
        // 122 random bits, so that no other portal can take the answer
        UUID id = UUID.randomUUID();
        Semaphore notified = new Semaphore(0);
        waiting.put(notificationOf(id), notified);
        try {
            put(id, PortalRequestJson.write(portalRequest));
            return PortalRequestJson.readAnswer(portalRequest, await(id, notified));
        } catch (DataAccessException e) {
            throw new ConsumerServiceUnavailableException("the database does not accept portal requests ("
                    + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConsumerServiceUnavailableException("the portal is stopping");
        } finally {
            waiting.remove(notificationOf(id));
        }
    }

    void onNotification(String with) {
        Optional.ofNullable(waiting.get(with)).ifPresent(Semaphore::release);
    }

    private String await(UUID id, Semaphore notified) throws InterruptedException {
        long begun = System.nanoTime();
        boolean isTaken = false;
        while (true) {
            notified.tryAcquire(POLL_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
            Optional<String> answer = takeAnswer(id);
            if (answer.isPresent()) {
                return answer.get();
            }
            long waited = System.nanoTime() - begun;
            if (!isTaken && waited >= settings.takenWithin().toNanos()) {
                if (withdraw(id)) {
                    throw new ConsumerServiceUnavailableException("no serving process takes portal requests");
                }
                isTaken = true;
            }
            if (waited >= settings.answeredWithin().toNanos()) {
                throw new ConsumerServiceUnavailableException("a portal request was taken but not answered in time");
            }
        }
    }

    /** Computes the text of the notification as {@code put_portal_response} does. */
    private static String notificationOf(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return HexFormat.of().formatHex(Sha256.start().digest(bytes.array()));
    }

    private void put(UUID request, String json) {
        jdbc.sql("select put_portal_request(?, ?, ?)")
                .params(request, json, Math.toIntExact(settings.takenWithin().toMillis()))
                .query((row, number) -> true)
                .single();
    }

    /** Returns true if no process has taken the request. */
    private boolean withdraw(UUID request) {
        return jdbc.sql("select withdraw_portal_request(?)")
                .param(request)
                .query(Boolean.class)
                .single();
    }

    /** Takes the answer out of the queue; empty if there is none yet. */
    private Optional<String> takeAnswer(UUID request) {
        return jdbc.sql("select take_portal_response(?)")
                .param(request)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
