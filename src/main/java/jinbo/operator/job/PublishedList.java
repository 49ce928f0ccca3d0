package jinbo.operator.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.exchange.format.Manifest;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.blocklist.SealedList;

/**
 * A block list as its manifest describes it.
 *
 * @param insurer who gets it
 * @param sequence its number
 * @param kind {@code full} or {@code delta}
 * @param file its name on the drop
 * @param rows its rows
 * @param entries numbers on the whole list
 * @param revision of the registry
 * @param asOf when the registry was looked at
 * @param useBy last day on which a sales call may rest on it
 * @param deliveredAt when list and manifest lay on the drop
 */
public record PublishedList(
        InsurerCode insurer,
        int sequence,
        String kind,
        String file,
        long rows,
        long entries,
        long revision,
        Instant asOf,
        LocalDate useBy,
        Optional<Instant> deliveredAt) {

    static PublishedList of(SealedList list) {
        Manifest manifest = list.manifest();
        return new PublishedList(
                manifest.insurer(),
                manifest.sequence(),
                manifest.kind().code(),
                manifest.listName().fileName(),
                manifest.rows(),
                manifest.entries(),
                manifest.revision(),
                manifest.asOf(),
                manifest.useBy(),
                list.manifestDeliveredAt());
    }
}
