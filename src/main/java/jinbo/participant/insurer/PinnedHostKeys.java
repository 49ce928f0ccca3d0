package jinbo.participant.insurer;

import java.util.Set;
import jinbo.accesslog.DecisionRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes the pinned host keys of insurers' own servers, and insurers' login keys for the embedded SFTP server. */
@Component
public record PinnedHostKeys(
        JdbcClient jdbc, Insurers insurers, DecisionRecords records, TransactionTemplate transaction) {

    /** Pins a further host key by its fingerprint, {@code SHA256:...}. */
    public Insurer pin(InsurerCode code, String hostKey) {
        requireServer(code);
        return change(
                code,
                () -> jdbc.sql(
                                "update insurer set drop_keys = array_append(array_remove(drop_keys, ?), ?) where code = ?")
                        .params(hostKey, hostKey, code.value())
                        .update());
    }

    public Insurer replacePins(InsurerCode code, String hostKey) {
        requireServer(code);
        return change(
                code,
                () -> jdbc.sql("update insurer set drop_keys = array[?] where code = ?")
                        .params(hostKey, code.value())
                        .update());
    }

    /** Throws {@link InsurerException} if the key is not pinned, or is the only one. */
    public Insurer unpin(InsurerCode code, String hostKey) {
        requireServer(code);
        return change(code, () -> remove(code, hostKey));
    }

    /** Adds login keys for the account on the embedded server, as lines of {@code authorized_keys}. */
    public Insurer authorize(InsurerCode code, Set<String> keys) {
        // a line with the same key, but another comment, is replaced
        return change(
                code,
                () -> keys.forEach(
                        key -> jdbc.sql("""
                        update insurer set drop_keys = array(
                            select k from unnest(drop_keys) k where split_part(k, ' ', 2) <> split_part(?, ' ', 2)) || ?::text
                        where code = ? and drop_url is null
                        """).params(key, key, code.value()).update()));
    }

    private Insurer change(InsurerCode code, Runnable write) {
        transaction.executeWithoutResult(status -> {
            insurers.lock(code);
            records.record(InsurerStatusHistory.RECORD, code.value(), write);
        });
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
