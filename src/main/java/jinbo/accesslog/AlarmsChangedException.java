package jinbo.accesslog;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The alarms that wait for a decision are not those that were named, so whoever decided has not seen them as they are. */
public final class AlarmsChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<Long> open;

    /**
     * @param named the numbers that were typed
     * @param open the numbers of those that wait
     */
    public AlarmsChangedException(Collection<Long> named, Collection<Long> open) {
        super("The alarms that wait for a decision are " + open + ", and " + named
                + " were named; look at them with audit"
                + " check, and name each that is accepted: audit accept "
                + open.stream().map(id -> "--alarm " + id + " ").collect(Collectors.joining()) + "--reason TEXT");
        this.open = List.copyOf(open);
    }

    /** The numbers of the alarms that wait. */
    public List<Long> open() {
        return open;
    }
}
