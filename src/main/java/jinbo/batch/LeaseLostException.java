package jinbo.batch;

import jinbo.participant.insurer.InsurerCode;

/** Another process has taken over the work for an insurer. */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final InsurerCode insurer;

    LeaseLostException(InsurerCode insurer) {
        super("this process has lost the lease for " + insurer
                + " (its connection to the database broke, or it stood still for long), so it has stopped working for it;"
                + " what is left is another process's, or the next run's: run again when that has ended");
        this.insurer = insurer;
    }

    public InsurerCode insurer() {
        return insurer;
    }
}
