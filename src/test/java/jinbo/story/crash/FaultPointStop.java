package jinbo.story.crash;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jinbo.platform.faultpoint.FaultPointListener;

/** Where a child process of a test stops: the thread that comes there says so and stays for ever, the others go on. */
final class FaultPointStop {

    private FaultPointStop() {}

    /**
     * Stops.
     *
     * @param armed the name of the point, or {@code NAME:n} for the nth time that a thread comes there
     */
    static FaultPointListener point(String armed) {
        return point(armed, () -> {});
    }

    /** The same; somebody hears of it, too. */
    static FaultPointListener point(String armed, Runnable arrived) {
        String[] where = armed.split(":");
        AtomicInteger left = new AtomicInteger(where.length > 1 ? Integer.parseInt(where[1]) : 1);
        return point -> {
            if (point.name().equals(where[0]) && left.decrementAndGet() == 0) {
                say("at " + point);
                arrived.run();
                stayForEver();
            }
        };
    }

    /** Says something that is meant for the test. */
    static void say(String what) {
        System.out.println(ProgramProcess.MARK + what);
    }

    private static void stayForEver() {
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // a scheduler that gives a thread up interrupts it; only a kill ends this
            }
        }
    }
}
