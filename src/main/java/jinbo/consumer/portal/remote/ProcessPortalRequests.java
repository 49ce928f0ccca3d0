package jinbo.consumer.portal.remote;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Takes what portals elsewhere ask, as many at a time as may be at work, and hands back the answers. */
final class ProcessPortalRequests {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessPortalRequests.class);
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final long FORGET_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long END_WITHIN_SECONDS = 10;

    /** The portal's own take milliseconds. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(30);

    private final RequestQueueServer queue;
    private final PortalRequestHandler portalRequestHandler;
    private final ExecutorService atWork;
    private final Semaphore room;
    private final Semaphore rung = new Semaphore(0);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread taking = new Thread(this::takeOn, "portal-requests");
    private long forgotten = System.nanoTime();
    private boolean isClosed;

    ProcessPortalRequests(RequestQueueServer queue, PortalRequestHandler portalRequestHandler, int atATime) {
        this.queue = queue;
        this.portalRequestHandler = portalRequestHandler;
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
            List<RequestQueueServer.Taken> requests = queue.take(places);
            isClosed = false;
            requests.forEach(request -> atWork.execute(() -> answer(request)));
            return requests.size();
        } catch (DataAccessException e) {
            if (!over.await(1, TimeUnit.SECONDS) && !isClosed) {
                LOG.warn(
                        "Portal requests cannot be taken now ({})", e.getClass().getSimpleName());
                isClosed = true;
            }
            return 0;
        }
    }

    private void answer(RequestQueueServer.Taken request) {
        try {
            queue.putAnswer(request.request(), portalRequestHandler.handle(request.json()));
        } catch (DataAccessException e) {
            LOG.warn(
                    "The answer to a portal request could not be returned ({})",
                    e.getClass().getSimpleName());
        } finally {
            room.release();
        }
    }

    private void forgetNowAndThen() {
        if (System.nanoTime() - forgotten >= FORGET_EVERY_NANOS) {
            forgotten = System.nanoTime();
            try {
                queue.forget();
                long ended = queue.terminateTransactionsOver(LONGEST_TRANSACTION);
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

    /** Nothing more is taken; what was taken is answered. */
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
}
