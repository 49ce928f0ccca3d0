package jinbo.platform.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends a line when one write to it has not come to an end in time. Nothing else can: a socket's write knows no time-out. */
final class WriteTimeoutOutputStream extends OutputStream {

    private static final ScheduledThreadPoolExecutor ALARM = alarm();

    private final OutputStream out;
    private final Closeable line;
    private final Duration patience;
    private volatile boolean givenUp;

    WriteTimeoutOutputStream(OutputStream out, Closeable line, Duration patience) {
        this.out = out;
        this.line = line;
        this.patience = patience;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Future<?> overdue = ALARM.schedule(this::giveUp, patience.toNanos(), TimeUnit.NANOSECONDS);
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw givenUp ? tookTooLong(e) : e;
        } finally {
            overdue.cancel(false);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void giveUp() {
        givenUp = true;
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IOException tookTooLong(IOException closed) {
        InterruptedIOException late =
                new InterruptedIOException("The server has taken nothing for " + patience.toSeconds() + " s");
        late.initCause(closed);
        return late;
    }

    private static ScheduledThreadPoolExecutor alarm() {
        ScheduledThreadPoolExecutor alarm = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "line-alarm");
            thread.setDaemon(true);
            return thread;
        });
        alarm.setRemoveOnCancelPolicy(true);
        return alarm;
    }
}
