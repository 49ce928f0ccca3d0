package jinbo.job;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Tells whoever watches how far a long piece of work has come. */
@Component
public class Progress {

    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    /** Somebody who wants to know. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * @param what the file or list that is worked on
         * @param done bytes or rows so far
         * @param total of how many; 0 if that is not known
         */
        void at(String what, long done, long total);
    }

    /** Adds a watcher, for as long as the program runs. */
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /** Reports how far the work has come. */
    public void at(String what, long done, long total) {
        watchers.forEach(watcher -> watcher.at(what, done, total));
    }

    /** A stream that reports how much of it was read. */
    public InputStream of(String what, InputStream in, long total) {
        return new FilterInputStream(in) {
            private static final long STEP = 1 << 20;
            private final AtomicLong done = new AtomicLong();

            @Override
            public int read() throws IOException {
                int next = super.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                count(Math.max(read, 0));
                return read;
            }

            private void count(int bytes) {
                long after = done.addAndGet(bytes);
                if (after / STEP != (after - bytes) / STEP) {
                    at(what, after, total);
                }
            }
        };
    }
}
