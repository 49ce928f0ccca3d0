package jinbo.consumer.portal.remote;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.messaging.DeliveryReceipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes portal requests, executes a limited number at the same time, and returns the answers. */
final class ProcessPortalRequests {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessPortalRequests.class);
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final long FORGET_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long END_WITHIN_SECONDS = 10;

    /** Transactions of the portal take milliseconds. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final ConsumerService service;
    private final DeliveryReceipts receipts;
    private final ExecutorService atWork;
    private final Semaphore room;
    private final Semaphore rung = new Semaphore(0);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread taking = new Thread(this::takeOn, "portal-requests");
    private long forgotten = System.nanoTime();
    private boolean isClosed;

    ProcessPortalRequests(JdbcClient jdbc, ConsumerService service, DeliveryReceipts receipts, int atATime) {
        this.jdbc = jdbc;
        this.service = service;
        this.receipts = receipts;
        this.room = new Semaphore(atATime);
        this.atWork = Executors.newFixedThreadPool(atATime, work -> new Thread(work, "portal-request-at-work"));
    }

    void begin() {
        taking.setDaemon(true);
        taking.start();
    }

    void hear() {
        rung.release();
    }

    private void takeOn() {
        try {
            while (over.getCount() > 0) {
                room.acquire();
                if (over.getCount() == 0) {
                    return;
                }
                int places = 1 + room.drainPermits();
                int taken = take(places);
                room.release(places - taken);
                forgetNowAndThen();
                if (taken < places) {
                    rung.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                    rung.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int take(int places) throws InterruptedException {
        try {
            List<Taken> requests = takeRequests(places);
            isClosed = false;
            requests.forEach(request -> atWork.execute(() -> answer(request)));
            return requests.size();
        } catch (DataAccessException e) {
            if (!over.await(1, TimeUnit.SECONDS) && !isClosed) {
                LOG.warn(
                        "What portals ask cannot be taken now ({})",
                        e.getClass().getSimpleName());
                isClosed = true;
            }
            return 0;
        }
    }

    private void answer(Taken request) {
        try {
            putAnswer(request.request(), handle(request.json()));
        } catch (DataAccessException e) {
            LOG.warn("An answer cannot be handed back ({})", e.getClass().getSimpleName());
        } finally {
            room.release();
        }
    }

    /** Returns an answer in any case. */
    private String handle(String json) {
        try {
            return execute(PortalRequestJson.readRequest(json));
        } catch (PortalRequestJson.UnreadableMessageException e) {
            LOG.warn("A request of a portal was refused: {}", e.getMessage());
            return PortalRequestJson.write(PortalRequestError.of(e));
        }
    }

    private String execute(PortalRequest portalRequest) {
        try {
            return PortalRequestJson.writeAnswer(portalRequest, portalRequest.execute(service, receipts));
        } catch (RuntimeException e) {
            PortalRequestError portalRequestError = PortalRequestError.of(e);
            if (portalRequestError instanceof PortalRequestError.Failed
                    || portalRequestError instanceof PortalRequestError.Closed) {
                LOG.error(
                        "{} was asked by a portal and has failed",
                        portalRequest.call().getName(),
                        e);
            }
            return PortalRequestJson.write(portalRequestError);
        }
    }

    private void forgetNowAndThen() {
        if (System.nanoTime() - forgotten >= FORGET_EVERY_NANOS) {
            forgotten = System.nanoTime();
            try {
                removeExpired();
                long ended = terminateLongTransactions();
                if (ended > 0) {
                    LOG.warn(
                            "{} session(s) of the portal's login stayed in a transaction for more than {} seconds and were ended:"
                                    + " see what runs with that login",
                            ended,
                            LONGEST_TRANSACTION.toSeconds());
                }
            } catch (DataAccessException e) {
                LOG.warn(
                        "What lies in the request queue cannot be removed now ({})",
                        e.getClass().getSimpleName());
            }
        }
    }

    /** Takes no more requests, and answers those it has taken. */
    void end() {
        over.countDown();
        rung.release();
        try {
            taking.join(TimeUnit.SECONDS.toMillis(END_WITHIN_SECONDS));
            atWork.shutdown();
            if (!atWork.awaitTermination(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                atWork.shutdownNow();
            }
        } catch (InterruptedException e) {
            atWork.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private record Taken(UUID request, String json) {

        /** Without the content. */
        @Override
        public String toString() {
            return "Taken[" + request + "]";
        }
    }

    /** Takes requests that are still waited for, oldest first. */
    private List<Taken> takeRequests(int atMost) {
        return jdbc.sql("select of_request as request, content as json from take_portal_requests(?)")
                .param(atMost)
                .query(Taken.class)
                .list();
    }

    private void putAnswer(UUID request, String json) {
        jdbc.sql("select put_portal_response(?, ?)")
                .params(request, json)
                .query((row, number) -> true)
                .single();
    }

    private void removeExpired() {
        jdbc.sql("select remove_expired_portal_rows()")
                .query((row, number) -> true)
                .single();
    }

    /** Terminates sessions of the portal that stay in a transaction. */
    private long terminateLongTransactions() {
        return jdbc.sql("select end_long_portal_transactions(?)")
                .param(Math.toIntExact(LONGEST_TRANSACTION.toMillis()))
                .query(Long.class)
                .single();
    }
}
