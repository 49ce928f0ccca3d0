package jinbo.batch;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jinbo.exchange.sftp.TransferProgressListener;
import org.springframework.stereotype.Component;

/** Reports the progress of transfers and long computations to watchers, such as the console. */
@Component
public class Progress {

    private static final long STEP = 1 << 20;
    private static final long DEFLATED_STEP = STEP / 16;

    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    @FunctionalInterface
    public interface Watcher {
        /** @param total expected bytes or rows; 0 if unknown */
        void at(String what, long done, long total);
    }

    /** Adds a watcher for the lifetime of the program. */
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    public void report(String what, long done, long total) {
        watchers.forEach(watcher -> watcher.at(what, done, total));
    }

    public InputStream of(String what, InputStream in, long total) {
        Steps steps = new Steps(what, total, STEP);
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                steps.add(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                steps.add(Math.max(read, 0));
                return read;
            }
        };
    }

    /** A stream that reports the bytes written to it; the total is unknown. */
    public OutputStream of(String what, OutputStream out) {
        return of(out, new Steps(what, 0, STEP));
    }

    /** Like {@link #of(String, OutputStream)} for compressed output, in smaller steps. */
    public OutputStream ofDeflated(String what, OutputStream out) {
        return of(out, new Steps(what, 0, DEFLATED_STEP));
    }

    private static OutputStream of(OutputStream out, Steps steps) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int value) throws IOException {
                out.write(value);
                steps.add(1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                steps.add(length);
            }
        };
    }

    public TransferProgressListener of(String what, long total) {
        Steps steps = new Steps(what, total, STEP);
        return steps::reach;
    }

    /** Counts bytes, and reports each full step. */
    private final class Steps {

        private final String what;
        private final long total;
        private final long step;
        private long done;

        Steps(String what, long total, long step) {
            this.what = what;
            this.total = total;
            this.step = step;
        }

        void add(long bytes) {
            reach(done + bytes);
        }

        void reach(long bytes) {
            boolean full = bytes / step != done / step;
            done = bytes;
            if (full) {
                report(what, bytes, total);
            }
        }
    }
}
