package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jinbo.registry.RegistrySnapshot.BlockChunks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A registry with more blocks than fit into memory: concurrent lists share one chunk at a time. */
@Timeout(60)
class BlockChunksTest {

    private static final long FIRST = 13_810_000_000L;
    private static final int NUMBERS = 1000;
    private static final int STRIPE = 250;
    private static final int READERS = 3;

    private final AtomicInteger readings = new AtomicInteger();
    private final List<WeakReference<SortedBlocks>> given = Collections.synchronizedList(new ArrayList<>());

    private volatile byte[] rubbish;

    @Test
    void onePassAtATimeHoldsOneStripeAndSeesEveryNumberInOrder() throws Exception {
        AtomicInteger looking = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        BlockChunks stripes = new BlockChunks(above -> read(above, STRIPE));

        List<Long> passes = sideBySide(() -> {
            List<Long> seen = new ArrayList<>();
            stripes.forEachChunk(stripe -> {
                most.accumulateAndGet(looking.incrementAndGet(), Math::max);
                stripe.forEachListed(
                        List.of(RegistrationFixture.in(RegistrationFixture.YUNHE, RegistrationFixture.LIFE)),
                        PackedInterval.date(5),
                        (mobile, line, from, until) -> seen.add(mobile));
                looking.decrementAndGet();
            });
            assertThat(seen).hasSize(NUMBERS).isSorted();
            return (long) seen.size();
        });

        assertThat(passes).hasSize(READERS);
        assertThat(most).hasValue(1);
        assertThat(readings.get()).isLessThanOrEqualTo(1 + READERS * (NUMBERS / STRIPE + 1));
        assertThat(heldAfterCollection(1)).isLessThanOrEqualTo(1);
    }

    @Test
    void whatFitsIsReadOnceAndShownToAllAtOnce() throws Exception {
        CyclicBarrier allAreLooking = new CyclicBarrier(READERS);
        BlockChunks stripes = new BlockChunks(above -> read(above, NUMBERS + 1));

        sideBySide(() -> {
            stripes.forEachChunk(stripe -> await(allAreLooking));
            return 0L;
        });

        assertThat(readings).hasValue(1);
    }

    @Test
    void aReadingThatFailsLeavesTheNextOneToBeginAnew() {
        BlockChunks stripes = new BlockChunks(above -> {
            if (readings.incrementAndGet() == 1) {
                throw new IllegalStateException("the line is cut");
            }
            return read(above, NUMBERS + 1);
        });
        List<Long> seen = new ArrayList<>();

        assertThatIllegalStateException()
                .isThrownBy(() -> stripes.forEachChunk(stripe -> seen.add(0L)))
                .withMessage("the line is cut");
        stripes.forEachChunk(stripe -> seen.add(stripe.count()));

        assertThat(seen).containsExactly((long) NUMBERS);
    }

    private List<Long> sideBySide(Callable<Long> pass) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try {
            List<Long> answers = new ArrayList<>();
            for (Future<Long> answer : threads.invokeAll(Collections.nCopies(READERS, pass))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Blocks of the numbers above one, by rising number. */
    private SortedBlocks read(long above, int most) {
        assertThat(heldAfterCollection(0))
                .as("stripes held while the next is read")
                .isZero();
        readings.incrementAndGet();
        SortedBlocks.Collecting collecting = new SortedBlocks.Collecting();
        int first = (int) Math.max(0, above - FIRST + 1);
        int end = Math.min(NUMBERS, first + most);
        for (int i = first; i < end; i++) {
            collecting.of(RegistrationFixture.LIFE).add(PackedBlocks.pack(FIRST + i, PackedInterval.pack(10, 20)));
        }
        SortedBlocks read = collecting.sorted(end < NUMBERS ? OptionalLong.of(FIRST + end - 1) : OptionalLong.empty());
        given.add(new WeakReference<>(read));
        return read;
    }

    /** Rubbish brings a collection of what is young; a whole one takes long in a process with many loaded classes. */
    private long heldAfterCollection(long allowed) {
        for (int megabytes = 0; megabytes < 2000 && held() > allowed; megabytes++) {
            rubbish = new byte[1 << 20];
        }
        for (int i = 0; i < 50 && held() > allowed; i++) {
            System.gc();
        }
        return held();
    }

    private long held() {
        return given.stream().filter(stripe -> stripe.get() != null).count();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the others are kept waiting", e);
        }
    }
}
