package jinbo.accesslog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the access log for auditors. Its entries hold no personal data, so reading them is no access. */
@Component
public record AuditTrail(SearchEntries entries) {

    /** The newest entries that match, oldest of them first. */
    public List<AccessLogEntry> search(AccessSearch search) {
        return entries.search(search).stream()
                .sorted(Comparator.comparingLong(AccessLogEntry::id))
                .toList();
    }

    /** @return by batch; without those that no entry vouches for */
    public Map<Long, AccessLogEntry> vouchingFor(Collection<Long> batches) {
        return entries.vouchingFor(batches).stream()
                .collect(Collectors.toMap(entry -> entry.acts().orElseThrow().batch(), Function.identity()));
    }

    /** @return by index; without those where there is none */
    public Map<Long, AccessLogEntry> at(Collection<Long> indexes) {
        return entries.at(indexes).stream()
                .collect(Collectors.toMap(entry -> entry.index().orElseThrow(), Function.identity()));
    }

    /** @return by id; without those that there are not */
    public Map<Long, AccessLogEntry> findByIds(Collection<Long> ids) {
        return entries.withIds(ids).stream().collect(Collectors.toMap(AccessLogEntry::id, Function.identity()));
    }

    /** The epochs under whose keys single numbers stand in the log, rising. */
    public List<Integer> epochs() {
        return entries.epochs();
    }
}
