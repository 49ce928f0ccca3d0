package jinbo.job.publish;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jinbo.blocklist.Publication;
import jinbo.blocklist.Publications;
import jinbo.blocklist.SectorLists;
import jinbo.registry.RegistrySnapshot;
import jinbo.registry.RegistrySnapshots;
import jinbo.workday.BusinessTime;
import jinbo.workday.Calendars;
import org.springframework.stereotype.Component;

/** Opens the view of the registry that all lists of a run share, and lends it to the executions of that run. */
@Component
class OpenPublications {

    private final RegistrySnapshots snapshots;
    private final Publications publications;
    private final Calendars calendars;
    private final PublishSettings settings;
    private final Clock clock;
    private final Map<Long, OpenPublication> open = new ConcurrentHashMap<>();

    OpenPublications(
            RegistrySnapshots snapshots,
            Publications publications,
            Calendars calendars,
            PublishSettings settings,
            Clock clock) {
        this.snapshots = snapshots;
        this.publications = publications;
        this.calendars = calendars;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes the snapshot.
     *
     * @throws jinbo.workday.YearNotLoadedException if the calendar does not reach the lists' last day of use
     */
    OpenPublication begin(boolean full) {
        Instant asOf = clock.instant();
        LocalDate useBy = calendars.current().plusWorkdays(BusinessTime.dateOf(asOf), settings.useByWorkdays());
        RegistrySnapshot snapshot = snapshots.open();
        try {
            Publication publication = publications.begin(asOf, useBy, snapshot.revision());
            OpenPublication opened = new OpenPublication(
                    publication, snapshot, new SectorLists(snapshot, BusinessTime.dateOf(asOf)), full);
            open.put(publication.id(), opened);
            return opened;
        } catch (RuntimeException e) {
            snapshot.close();
            throw e;
        }
    }

    /**
     * The open publication of this number.
     *
     * @throws IllegalStateException if it is not open in this process
     */
    OpenPublication get(long id) {
        return Optional.ofNullable(open.get(id))
                .orElseThrow(() -> new IllegalStateException("Publication " + id + " is not open in this process"));
    }

    void end(OpenPublication publication) {
        open.remove(publication.publication().id());
        publication.snapshot().close();
    }
}
