package jinbo.consumer.portal.remote;

/** The portal cannot run as a process of its own as things are. */
public final class RemotePortalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RemotePortalException(String message) {
        super(message);
    }

    RemotePortalException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The one that Spring has wrapped into others of its own; else one that repeats what was at the bottom of it. */
    static RemotePortalException of(RuntimeException failure) {
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RemotePortalException ours) {
                return ours;
            }
            last = cause;
        }
        return new RemotePortalException("The portal cannot start: " + last.getMessage(), failure);
    }
}
