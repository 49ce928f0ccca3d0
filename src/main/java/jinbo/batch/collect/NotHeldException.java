package jinbo.batch.collect;

import java.util.List;

/** A file that was to be decided about does not wait for a decision. */
public final class NotHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotHeldException(List<String> held) {
        super("No held file is called so. Held: " + (held.isEmpty() ? "none" : String.join(", ", held)));
    }
}
