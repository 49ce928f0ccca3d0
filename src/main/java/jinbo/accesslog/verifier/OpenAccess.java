package jinbo.accesslog.verifier;

import java.time.Instant;
import java.util.Optional;

/** An access without a result in an export. */
public record OpenAccess(
        long index,
        long id,
        Instant at,
        String actor,
        String action,
        Optional<String> insurer,
        Optional<String> object) {

    static OpenAccess of(long index, LogEntry intent) {
        return new OpenAccess(
                index,
                intent.id(),
                intent.at(),
                intent.text(EntryField.ACTOR).orElseThrow(),
                intent.text(EntryField.ACTION).orElseThrow(),
                intent.text(EntryField.INSURER),
                intent.text(EntryField.OBJECT));
    }
}
