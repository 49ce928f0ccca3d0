package jinbo.batch;

import jinbo.participant.insurer.InsurerCode;

/** Nothing can be encrypted to an insurer, so nothing can be answered or delivered. */
public final class NoCertificateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoCertificateException(InsurerCode insurer) {
        super(message(insurer));
    }

    /** What is missing and what to do. */
    public static String message(InsurerCode insurer) {
        return "there is no valid certificate for encryption; add one with \"key add " + insurer
                + " FILE\" and run again";
    }
}
