package jinbo.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for many insurers, some of them at a time, and gives the answers in the order of the insurers. */
final class ParallelWork {

    private ParallelWork() {}

    static <A, B> List<B> each(List<A> subjects, int atATime, Function<A, B> work) {
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, Math.min(atATime, subjects.size())));
        Map<String, String> about = LogContext.ofThisThread();
        try {
            List<Future<B>> pending = new ArrayList<>();
            for (A subject : subjects) {
                pending.add(workers.submit(() -> {
                    LogContext.takeOver(about);
                    return work.apply(subject);
                }));
            }
            List<B> done = new ArrayList<>();
            for (Future<B> one : pending) {
                done.add(one.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The run was interrupted; run it again to go on", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
