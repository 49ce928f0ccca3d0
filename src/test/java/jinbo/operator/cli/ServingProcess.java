package jinbo.operator.cli;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import jinbo.operator.SampleKeyUse;
import jinbo.testing.CommandSession;

/** {@code serve} of a session in a thread of this process, with all that it tells. */
final class ServingProcess implements AutoCloseable {

    private final CountDownLatch begunOrOver = new CountDownLatch(1);
    private final Told out = new Told(begunOrOver);
    private final Told err = new Told(begunOrOver);
    private final FutureTask<Integer> serving;
    private final Thread thread;

    private ServingProcess(CommandSession commands) {
        List<String> words = new ArrayList<>(List.of("--lang", commands.language()));
        words.addAll(List.of("--home", commands.home().toString(), "serve"));
        serving =
                new FutureTask<Integer>(() -> Jinbo.run(
                        new Terminal(new StringReader(""), new PrintWriter(out), new PrintWriter(err), false),
                        commands.settings(),
                        SampleKeyUse.ANYWHERE,
                        Installation::open,
                        words.toArray(String[]::new))) {
                    @Override
                    protected void done() {
                        begunOrOver.countDown();
                    }
                };
        thread = new Thread(serving, "serves");
    }

    /** Starts it, and waits until it says that it serves, or has ended. */
    static ServingProcess start(CommandSession commands) throws InterruptedException {
        ServingProcess process = new ServingProcess(commands);
        process.thread.start();
        process.begunOrOver.await(2, TimeUnit.MINUTES);
        return process;
    }

    String out() {
        return out.text.toString();
    }

    String err() {
        return err.text.toString();
    }

    /** Waits for its exit code. */
    int exitCode() throws Exception {
        return serving.get(2, TimeUnit.MINUTES);
    }

    /** Ends it, and waits until it has closed what it had open. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(TimeUnit.MINUTES.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is told, and that the first of it is. */
    private static final class Told extends Writer {
        private final StringBuffer text = new StringBuffer();
        private final CountDownLatch begun;

        Told(CountDownLatch begun) {
            this.begun = begun;
        }

        @Override
        public void write(char[] letters, int from, int length) {
            text.append(letters, from, length);
        }

        @Override
        public void flush() {
            if (text.indexOf("runs the jobs on schedule") >= 0) {
                begun.countDown();
            }
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
