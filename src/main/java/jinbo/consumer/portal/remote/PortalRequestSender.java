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
import org.springframework.dao.DataAccessException;

/**
 * Puts a request into the request queue and waits for its answer, in the thread of the visitor. Who has waited long enough goes: an ask that nobody has
 * taken by then is withdrawn, so that nothing is done for somebody who was told that it was not.
 */
final class PortalRequestSender {

    private static final long LOOK_EVERY_MILLIS = 250;

    private final RequestQueueClient queue;
    private final RemotePortalSettings settings;
    private final Map<String, Semaphore> waiting = new ConcurrentHashMap<>();

    PortalRequestSender(RequestQueueClient queue, RemotePortalSettings settings) {
        this.queue = queue;
        this.settings = settings;
    }

    /**
     * @throws RuntimeException what the service has thrown
     * @throws ConsumerServiceUnavailableException if nobody answers in time
     */
    <A> A to(PortalRequest<A> portalRequest) {
        // 122 bits of a strong generator: no other portal finds the answer
        UUID id = UUID.randomUUID();
        Semaphore rung = new Semaphore(0);
        waiting.put(rungWith(id), rung);
        try {
            queue.put(id, PortalRequestJson.write(portalRequest), settings.takenWithin());
            return PortalRequestJson.readAnswer(portalRequest, await(id, rung));
        } catch (DataAccessException e) {
            throw new ConsumerServiceUnavailableException("the database does not accept portal requests ("
                    + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConsumerServiceUnavailableException("the portal is stopping");
        } finally {
            waiting.remove(rungWith(id));
        }
    }

    void onNotification(String with) {
        Optional.ofNullable(waiting.get(with)).ifPresent(Semaphore::release);
    }

    private String await(UUID id, Semaphore rung) throws InterruptedException {
        long begun = System.nanoTime();
        boolean isTaken = false;
        while (true) {
            rung.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            Optional<String> answer = queue.takeAnswer(id);
            if (answer.isPresent()) {
                return answer.get();
            }
            long waited = System.nanoTime() - begun;
            if (!isTaken && waited >= settings.takenWithin().toNanos()) {
                if (queue.withdraw(id)) {
                    throw new ConsumerServiceUnavailableException("no serving process takes portal requests");
                }
                isTaken = true;
            }
            if (waited >= settings.answeredWithin().toNanos()) {
                throw new ConsumerServiceUnavailableException("a portal request was taken but not answered in time");
            }
        }
    }

    /** As {@code put_portal_response} rings. */
    private static String rungWith(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return HexFormat.of().formatHex(Sha256.start().digest(bytes.array()));
    }
}
