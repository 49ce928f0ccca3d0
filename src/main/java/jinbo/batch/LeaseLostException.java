package jinbo.batch;

import jinbo.participant.insurer.InsurerCode;

/** This process has lost the lease for an insurer, and another one may have taken over the work. */
public final class LeaseLostException extends RuntimeException {

    LeaseLostException(InsurerCode insurer) {
        super("this process has lost the lease for " + insurer
                + " (the connection to the database was lost, or the process was paused), so it has stopped its work;"
                + " another process or the next run does the rest; run again after that");
    }
}
