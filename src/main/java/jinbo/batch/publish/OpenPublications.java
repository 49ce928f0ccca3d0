package jinbo.batch.publish;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessLogUnavailableException;
import jinbo.accesslog.Actor;
import jinbo.accesslog.LogTree;
import jinbo.accesslog.SharedAccess;
import jinbo.exchange.format.Manifest;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.registry.RegistrySnapshot;
import jinbo.registry.RegistrySnapshots;
import jinbo.registry.blocklist.Publication;
import jinbo.registry.blocklist.Publications;
import jinbo.registry.blocklist.SharedDeltas;
import jinbo.registry.blocklist.SharedLists;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens and closes the snapshot from which the lists of a run are made. */
@Component
record OpenPublications(
        AccessLog accessLog,
        LogTree logTree,
        RegistrySnapshots snapshots,
        Publications publications,
        Calendars calendars,
        PublishSettings settings,
        Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPublications.class);

    /** @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the last day of use */
    OpenPublication begin(PublishOptions order) {
        Instant asOf = clock.instant();
        LocalDate useBy = calendars.current().plusWorkdays(BusinessTime.dateOf(asOf), settings.useByWorkdays());
        failAbandonedAccesses();
        RegistrySnapshot snapshot = snapshots.open();
        try {
            Publication publication = publications.begin(asOf, useBy, snapshot.revision());
            SharedAccess reading = new SharedAccess(
                    accessLog,
                    new Access(
                            Actor.batch(),
                            AccessAction.READ_FOR_LISTS,
                            "the registry is read for block lists",
                            Optional.empty(),
                            "publication " + publication.id()));
            LocalDate day = BusinessTime.dateOf(asOf);
            return new OpenPublication(
                    publication,
                    snapshot,
                    reading,
                    new SharedLists(snapshot.blocks(reading), day),
                    new SharedDeltas(snapshot.changes(reading, day)),
                    order);
        } catch (RuntimeException e) {
            snapshot.close();
            throw e;
        }
    }

    void end(OpenPublication publication) {
        // closed last, because the open snapshot shows other processes that this one is alive
        try {
            publication.reading().complete();
            signAccessLog();
        } finally {
            publication.snapshot().close();
        }
    }

    /** Signs the access log's entries of the run. */
    private void signAccessLog() {
        try {
            logTree.sign();
        } catch (RuntimeException e) {
            LOG.warn("Entries of the access log wait for their index: {}", e.getMessage());
        }
    }

    private void failAbandonedAccesses() {
        try {
            snapshots.runIfNoneOpen(() -> {
                int abandoned = accessLog.abandon(EnumSet.of(AccessAction.READ_FOR_LISTS));
                if (abandoned > 0) {
                    LOG.info("{} access(es), left by a process that died while publishing, were ended", abandoned);
                }
            });
        } catch (AccessLogUnavailableException e) {
            LOG.warn("Accesses of a dead process could not be ended; the next run tries again", e);
        }
    }

    /** A publication with its snapshot; {@code lists} is what the insurers' full lists have in common. */
    record OpenPublication(
            Publication publication,
            RegistrySnapshot snapshot,
            SharedAccess reading,
            SharedLists lists,
            SharedDeltas deltas,
            PublishOptions order) {

        /** True if the insurer's last list is newer than this view, or was made by the run that is resumed. */
        boolean isBehind(Manifest last) {
            return last.revision() > publication.revision()
                    || last.asOf().isAfter(publication.asOf())
                    || order.isDoneBy(last);
        }
    }
}
