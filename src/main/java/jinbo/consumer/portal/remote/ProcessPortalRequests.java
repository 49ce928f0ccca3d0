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

/** Takes requests of remote portals from the queue, executes some at a time, and returns the answers. */
final class ProcessPortalRequests {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessPortalRequests.class);
    private static final long POLL_INTERVAL_MILLIS = 250;
    private static final long CLEAN_UP_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long END_WITHIN_SECONDS = 10;

    /** A limit for the portal's transactions, which take milliseconds. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final ConsumerService service;
    private final DeliveryReceipts receipts;
    private final ExecutorService workers;
    private final Semaphore freeWorkers;
    private final Semaphore wakeUps = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread taker = new Thread(this::processRequests, "portal-requests");
    private long cleanedUpAt = System.nanoTime();
    private boolean isUnavailable;

    ProcessPortalRequests(JdbcClient jdbc, ConsumerService service, DeliveryReceipts receipts, int atATime) {
        this.jdbc = jdbc;
        this.service = service;
        this.receipts = receipts;
        this.freeWorkers = new Semaphore(atATime);
        this.workers = Executors.newFixedThreadPool(atATime, work -> new Thread(work, "portal-request-at-work"));
    }

    void start() {
        taker.setDaemon(true);
        taker.start();
    }

    void wakeUp() {
        wakeUps.release();
    }

    private void processRequests() {
        try {
            while (stopped.getCount() > 0) {
                freeWorkers.acquire();
                if (stopped.getCount() == 0) {
                    return;
                }
                int places = 1 + freeWorkers.drainPermits();
                int taken = take(places);
                freeWorkers.release(places - taken);
                cleanUpIfDue();
                if (taken < places) {
                    wakeUps.tryAcquire(POLL_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
                    wakeUps.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int take(int places) throws InterruptedException {
        try {
            List<Taken> requests = takeRequests(places);
            isUnavailable = false;
            requests.forEach(request -> workers.execute(() -> answer(request)));
            return requests.size();
        } catch (DataAccessException e) {
            if (!stopped.await(1, TimeUnit.SECONDS) && !isUnavailable) {
                LOG.warn(
                        "Portal requests cannot be taken now ({})", e.getClass().getSimpleName());
                isUnavailable = true;
            }
            return 0;
        }
    }

    private void answer(Taken request) {
        try {
            putAnswer(request.request(), handle(request.json()));
        } catch (DataAccessException e) {
            LOG.warn(
                    "The answer to a portal request could not be returned ({})",
                    e.getClass().getSimpleName());
        } finally {
            freeWorkers.release();
        }
    }

    /** Returns an answer in any case, also if the request cannot be read or fails. */
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
                        "The portal request {} has failed", portalRequest.call().getName(), e);
            }
            return PortalRequestJson.write(portalRequestError);
        }
    }

    private void cleanUpIfDue() {
        if (System.nanoTime() - cleanedUpAt >= CLEAN_UP_EVERY_NANOS) {
            cleanedUpAt = System.nanoTime();
            try {
                removeExpired();
                long ended = terminateLongTransactions();
                if (ended > 0) {
                    LOG.warn(
                            "{} session(s) of the portal's login stayed in a transaction for more than {} seconds and were ended:"
                                    + " check which programs use that login",
                            ended,
                            LONGEST_TRANSACTION.toSeconds());
                }
            } catch (DataAccessException e) {
                LOG.warn(
                        "Old portal requests cannot be removed now ({})",
                        e.getClass().getSimpleName());
            }
        }
    }

    /** Takes no more requests, and answers those that were taken. */
    void stop() {
        stopped.countDown();
        wakeUps.release();
        try {
            taker.join(TimeUnit.SECONDS.toMillis(END_WITHIN_SECONDS));
            workers.shutdown();
            if (!workers.awaitTermination(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private record Taken(UUID request, String json) {

        /** Leaves out the content, which may contain phone numbers. */
        @Override
        public String toString() {
            return "Taken[" + request + "]";
        }
    }

    /** Takes requests whose portals still wait for the answer, oldest first. */
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

    /** Terminates database sessions of the portal's login that stay in a transaction for too long. */
    private long terminateLongTransactions() {
        return jdbc.sql("select end_long_portal_transactions(?)")
                .param(Math.toIntExact(LONGEST_TRANSACTION.toMillis()))
                .query(Long.class)
                .single();
    }
}
