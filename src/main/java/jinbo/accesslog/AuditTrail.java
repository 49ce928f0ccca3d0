package jinbo.accesslog;

import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the access log for auditors. Its entries hold no personal data, so reading them is no access. */
@Component
public class AuditTrail {

    private final AccessLogTable table;

    AuditTrail(AccessLogTable table) {
        this.table = table;
    }

    /** The newest entries that match, oldest of them first. */
    public List<AccessLogEntry> search(AccessSearch search) {
        List<AccessLogEntry> newestFirst = new java.util.ArrayList<>(table.search(search));
        Collections.reverse(newestFirst);
        return List.copyOf(newestFirst);
    }
}
