package jinbo.registry.blocklist;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides whether an insurer's next list is full or a delta ({@code exchange-formats/blocklist/v1/README.md}, "When a
 * list is full").
 */
@Component
public record FullListPolicy(BlockLists lists, JdbcClient jdbc) {

    private static final String LAST_FULL =
            "(select coalesce(max(sequence), 0) from block_list where insurer = :insurer and kind = 'full')";

    private static final String RESYNC = "select exists (select from resync_request"
            + " where insurer = :insurer and newest_sequence >= " + LAST_FULL + ")";

    /** True if the newest acknowledgement of the last full list, or of a later list, does not agree. */
    private static final String DIFFERS = "select coalesce((select not agrees from acknowledgement"
            + " where insurer = :insurer and sequence >= " + LAST_FULL
            + " order by sequence desc, inbound_file desc limit 1), false)";

    /** Why the next list, of these lines of business, must be full; empty for a delta. */
    public Optional<Reason> reason(InsurerCode insurer, List<LineCode> lines, Instant asOf) {
        BlockLists.ChainPosition place = lists.next(insurer);
        if (place.previousSequence().isEmpty()) {
            return Optional.of(Reason.FIRST);
        }
        Optional<SealedList> before =
                lists.find(insurer, place.previousSequence().getAsInt());
        Optional<Instant> lastFull = lists.lastFullAsOf(insurer);
        if (before.isEmpty() || place.previousManifestSha256().isEmpty() || lastFull.isEmpty()) {
            return Optional.of(Reason.BEGINS_ANEW);
        }
        if (!before.get().manifest().businessLines().equals(lines)) {
            return Optional.of(Reason.LINES_CHANGED);
        }
        return month(lastFull.get()).equals(month(asOf)) ? requestedReason(insurer) : Optional.of(Reason.MONTHLY);
    }

    /**
     * {@code RESYNC} or {@code LIST_DIFFERS} if the insurer has sent a resync or a differing acknowledgement since its
     * last full list. Compares sequences instead of times, because clocks differ.
     */
    public Optional<Reason> requestedReason(InsurerCode insurer) {
        if (matches(RESYNC, insurer)) {
            return Optional.of(Reason.RESYNC);
        }
        return matches(DIFFERS, insurer) ? Optional.of(Reason.LIST_DIFFERS) : Optional.empty();
    }

    private boolean matches(String query, InsurerCode insurer) {
        return jdbc.sql(query)
                .param("insurer", insurer.value())
                .query(Boolean.class)
                .single();
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(BusinessTime.dateOf(at));
    }

    /** Why an insurer gets a full list. */
    public enum Reason {
        FIRST,
        /** The previous list is not recorded: the chain begins again after a restore. */
        BEGINS_ANEW,
        /** The first list of a calendar month is full, so that differences that nobody detected do not last. */
        MONTHLY,
        /** The insurer sells other lines of business than when the previous list was made. */
        LINES_CHANGED,
        RESYNC,
        /** An acknowledgement shows that the insurer has other entries than the association. */
        LIST_DIFFERS,
        /** Requested by an operator or a schedule. */
        FORCED
    }
}
