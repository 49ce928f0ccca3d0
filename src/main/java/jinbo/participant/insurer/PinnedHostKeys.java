package jinbo.participant.insurer;

import java.util.Set;
import jinbo.accesslog.DecisionRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The host keys by which insurers' own servers are known: never none, and more than one while one follows another; and the keys
 * by which insurers log in to the embedded server.
 */
@Component
public record PinnedHostKeys(JdbcClient jdbc, Insurers insurers, DecisionRecords records) {

    /**
     * Lets an insurer's own server show one more host key.
     *
     * @param hostKey its fingerprint, {@code SHA256:...}
     * @throws InsurerException if its drop is an account on the embedded server
     */
    public Insurer pin(InsurerCode code, String hostKey) {
        requireServer(code);
        records.record(
                InsurerRecords.INSURER,
                code.value(),
                () -> jdbc.sql(
                                "update insurer set drop_keys = array_append(array_remove(drop_keys, ?), ?) where code = ?")
                        .params(hostKey, hostKey, code.value())
                        .update());
        return insurers.get(code);
    }

    /**
     * Lets an insurer's own server show this host key and no other.
     *
     * @throws InsurerException if its drop is an account on the embedded server
     */
    public Insurer replacePins(InsurerCode code, String hostKey) {
        requireServer(code);
        records.record(
                InsurerRecords.INSURER,
                code.value(),
                () -> jdbc.sql("update insurer set drop_keys = array[?] where code = ?")
                        .params(hostKey, code.value())
                        .update());
        return insurers.get(code);
    }

    /**
     * Lets an insurer's own server show a host key no longer.
     *
     * @throws InsurerException if its drop is an account on the embedded server
     * @throws InsurerException if it is not pinned, or no other is
     */
    public Insurer unpin(InsurerCode code, String hostKey) {
        requireServer(code);
        records.record(InsurerRecords.INSURER, code.value(), () -> remove(code, hostKey));
        return insurers.get(code);
    }

    /** Lets an insurer log in to its account on the embedded server with further keys, lines of {@code authorized_keys}. */
    public Insurer authorize(InsurerCode code, Set<String> keys) {
        records.record(
                InsurerRecords.INSURER,
                code.value(),
                () -> keys.forEach(
                        // the same key is there once, whatever comment follows it
                        key -> jdbc.sql("update insurer set drop_keys = array(select k from unnest(drop_keys) k"
                                        + " where split_part(k, ' ', 2) <> split_part(?, ' ', 2)) || ?::text"
                                        + " where code = ? and drop_url is null")
                                .params(key, key, code.value())
                                .update()));
        return insurers.get(code);
    }

    private void remove(InsurerCode code, String hostKey) {
        int unpinned = jdbc.sql("update insurer set drop_keys = array_remove(drop_keys, ?)"
                        + " where code = ? and ? = any (drop_keys) and cardinality(array_remove(drop_keys, ?)) > 0")
                .params(hostKey, code.value(), hostKey, hostKey)
                .update();
        if (unpinned == 0) {
            boolean last =
                    ((DropLocation.Remote) insurers.get(code).drop()).hostKeys().contains(hostKey);
            throw new InsurerException(last ? InsurerError.PIN_IS_THE_LAST : InsurerError.PIN_MISSING, code, hostKey);
        }
    }

    private void requireServer(InsurerCode code) {
        if (!(insurers.get(code).drop() instanceof DropLocation.Remote)) {
            throw new InsurerException(InsurerError.NO_SERVER, code);
        }
    }
}
