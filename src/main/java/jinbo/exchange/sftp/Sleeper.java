package jinbo.exchange.sftp;

import java.time.Duration;

/** Lets time pass between two looks. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Holds for a while.
     *
     * @return true once the time has passed, false if it was cut short
     */
    boolean sleep(Duration time);
}
