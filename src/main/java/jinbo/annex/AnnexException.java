package jinbo.annex;

import java.util.Optional;

/** The portal cannot run as a process of its own as things are. */
public final class AnnexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnnexException(String message) {
        super(message);
    }

    AnnexException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The one that Spring has wrapped into others of its own, if one was the matter. */
    static Optional<AnnexException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AnnexException ours) {
                return Optional.of(ours);
            }
        }
        return Optional.empty();
    }
}
