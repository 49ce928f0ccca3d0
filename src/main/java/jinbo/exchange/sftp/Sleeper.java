package jinbo.exchange.sftp;

import java.time.Duration;

@FunctionalInterface
public interface Sleeper {

    /** @return true once the time has passed, false if it was cut short */
    boolean sleep(Duration time);
}
