package jinbo.batch.publish;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.batch.Drops;
import jinbo.batch.FailureMessages;
import jinbo.batch.NoCertificateException;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.Remark;
import jinbo.batch.RunExecution;
import jinbo.batch.StopRequest;
import jinbo.batch.keyrollover.AnnounceCertificates;
import jinbo.batch.recovery.ScanAllInsurers;
import jinbo.exchange.format.Manifest;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.Publication;
import jinbo.registry.blocklist.SealedList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * A run of {@code publish-block-lists}: all drops are searched for what no record knows; an insurer with such a file gets no list,
 * and nobody does if something else shows that the database is older. One view of the registry serves all: from it each insurer's next list is sealed. When that is closed, lists are delivered,
 * so that no server is waited for while it is open. An insurer to which an earlier run did not deliver gets that first, and
 * its next list from a later view, as does one that another process worked for. No insurer waits for the server of another one.
 */
@Component
public class PublishBlockLists {

    private static final Logger LOG = LoggerFactory.getLogger(PublishBlockLists.class);

    private final PerInsurerExecutor perInsurerExecutor;
    private final ScanAllInsurers scanAllInsurers;
    private final Insurers insurers;
    private final ListEligibility listEligibility;
    private final PartnerCertificates certificates;
    private final Drops drops;
    private final AnnounceCertificates announceCertificates;
    private final BlockLists lists;
    private final OpenPublications publications;
    private final RunExecution runExecution;
    private final StopRequest stop;
    private final Job sealing;
    private final Job delivery;
    private final PublishSettings settings;
    private final Clock clock;

    PublishBlockLists(
            PerInsurerExecutor perInsurerExecutor,
            ScanAllInsurers scanAllInsurers,
            Insurers insurers,
            ListEligibility listEligibility,
            PartnerCertificates certificates,
            Drops drops,
            AnnounceCertificates announceCertificates,
            BlockLists lists,
            OpenPublications publications,
            RunExecution runExecution,
            StopRequest stop,
            @Qualifier(PublishBlockListJob.NAME) Job sealing,
            @Qualifier(PublishBlockListJob.DELIVERY) Job delivery,
            PublishSettings settings,
            Clock clock) {
        this.perInsurerExecutor = perInsurerExecutor;
        this.scanAllInsurers = scanAllInsurers;
        this.insurers = insurers;
        this.listEligibility = listEligibility;
        this.certificates = certificates;
        this.drops = drops;
        this.announceCertificates = announceCertificates;
        this.lists = lists;
        this.publications = publications;
        this.runExecution = runExecution;
        this.stop = stop;
        this.sealing = sealing;
        this.delivery = delivery;
        this.settings = settings;
        this.clock = clock;
    }

    /** Runs once, for the next list of each insurer. */
    public PublishReport run(List<Insurer> only) {
        return run(only, PublishOptions.NEXT);
    }

    /**
     * Runs once.
     *
     * @param only the insurers to work for, in this order
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the lists' last day of use
     */
    public PublishReport run(List<Insurer> only, PublishOptions order) {
        try {
            ScanAllInsurers.Result looked = scanAllInsurers.look(
                    settings.deliveriesAtATime(),
                    only.stream().map(Insurer::code).collect(Collectors.toSet()));
            Optional<String> stopped = looked.publishingStopped();
            return stopped.isPresent()
                    ? PublishReport.merged(only.stream()
                            .map(insurer -> PublishReport.problem(insurer, stopped.get()))
                            .toList())
                    : publish(only, order, looked);
        } finally {
            drops.closeKeptSessions();
        }
    }

    /** In the order of the insurers; what comes of it is in their reports. */
    private PublishReport publish(List<Insurer> only, PublishOptions order, ScanAllInsurers.Result looked) {
        Preparations sealed = sealFromOneView(only, order, looked);
        CatchUpSnapshots later = new CatchUpSnapshots(publications, order);
        Set<InsurerCode> late = sealed.each().stream()
                .filter(Prepared::catchesUp)
                .map(one -> one.insurer().code())
                .collect(Collectors.toSet());
        Map<InsurerCode, PublishReport> delivered = perInsurerExecutor
                .of(
                        sealed.each().stream()
                                .filter(Prepared::visited)
                                .map(Prepared::insurer)
                                .toList(),
                        settings.deliveriesAtATime(),
                        insurer -> Map.entry(
                                insurer.code(),
                                late.contains(insurer.code())
                                        ? catchUp(insurer, sealed.publication(), order, looked, later)
                                        : deliver(insurer, sealed.publication())),
                        (insurer, what) -> Map.entry(insurer.code(), PublishReport.problem(insurer, what)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return PublishReport.merged(sealed.each().stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.report()),
                        Stream.ofNullable(delivered.get(one.insurer().code()))))
                .toList());
    }

    /** Nobody that another process works for is waited for while the view is open. */
    private Preparations sealFromOneView(List<Insurer> some, PublishOptions order, ScanAllInsurers.Result looked) {
        OpenPublication publication = publications.begin(order);
        try {
            Map<Insurer, Prepared> free = perInsurerExecutor.ofUnlocked(
                    some, settings.insurersAtATime(), insurer -> prepare(insurer, publication, looked), Prepared::not);
            return new Preparations(
                    publication.publication(),
                    some.stream()
                            .map(insurer ->
                                    Optional.ofNullable(free.get(insurer)).orElseGet(() -> busy(insurer, looked)))
                            .toList());
        } finally {
            publications.end(publication);
        }
    }

    private static Prepared busy(Insurer insurer, ScanAllInsurers.Result looked) {
        return looked.blockedReason(insurer.code())
                .map(problem -> Prepared.not(insurer, problem))
                .orElseGet(() -> Prepared.late(insurer));
    }

    /** What is left of a view when it is closed. */
    private record Preparations(Publication publication, List<Prepared> each) {}

    /**
     * An insurer whose list is sealed, or cannot be.
     *
     * @param report what has come of it so far
     * @param visited whether its drop is visited then
     * @param catchesUp whether its list is sealed then, because another process worked for it, or has left lists of an earlier run
     */
    private record Prepared(Insurer insurer, PublishReport report, boolean visited, boolean catchesUp) {

        static Prepared not(Insurer insurer, String problem) {
            return new Prepared(insurer, PublishReport.problem(insurer, problem), false, false);
        }

        static Prepared late(Insurer insurer) {
            return new Prepared(insurer, PublishReport.of(List.of()), true, true);
        }
    }

    /** Its standing is asked for anew, under its lease: it may have changed while others were worked for. */
    private Prepared prepare(Insurer asked, OpenPublication publication, ScanAllInsurers.Result looked) {
        Insurer insurer = insurers.get(asked.code());
        Optional<String> refusal = listEligibility.refusal(insurer, publication.publication());
        if (refusal.isPresent()) {
            return new Prepared(insurer, PublishReport.withheld(insurer, refusal.get()), false, false);
        }
        if (certificates.recipientsOf(insurer.code(), clock.instant()).isEmpty()) {
            return Prepared.not(insurer, NoCertificateException.message(insurer.code()));
        }
        Optional<String> stopped = looked.blockedReason(insurer.code());
        if (stopped.isPresent()) {
            return Prepared.not(insurer, stopped.get());
        }
        if (!lists.undelivered(insurer.code()).isEmpty()) {
            return Prepared.late(insurer);
        }
        Optional<PublishReport> failed = seal(insurer, publication);
        return new Prepared(insurer, failed.orElse(PublishReport.of(List.of())), failed.isEmpty(), false);
    }

    /** Seals the insurer's next list, if it is due; says what has failed. */
    private Optional<PublishReport> seal(Insurer insurer, OpenPublication publication) {
        Optional<Manifest> last = lists.last(insurer.code()).map(SealedList::manifest);
        if (last.filter(publication::isBehind).isPresent()) {
            return Optional.empty();
        }
        // one that died after its manifest was delivered does not know that it is complete
        return last.flatMap(list -> complete(insurer, list.sequence(), publication))
                .or(() -> run(insurer, lists.next(insurer.code()).sequence(), publication))
                .map(failure -> failed(insurer, List.of(), failure));
    }

    private Optional<Throwable> complete(Insurer insurer, int sequence, OpenPublication publication) {
        return run(insurer, sequence, publication).or(() -> runDelivery(insurer, sequence));
    }

    /** Delivers what an earlier run has left, and then the insurer's next list, for which no other insurer is waited for. */
    private PublishReport catchUp(
            Insurer insurer,
            Publication publication,
            PublishOptions order,
            ScanAllInsurers.Result looked,
            CatchUpSnapshots later) {
        PublishReport left = deliver(insurer, publication);
        if (!left.withheld().isEmpty() || !isDue(insurer, order)) {
            return left;
        }
        // its server may have taken its time since all were looked at
        Optional<String> stopped = stop.isRequested()
                ? Optional.of(StopRequest.STOPPED)
                : scanAllInsurers.publishingStopReason(insurer.code());
        if (stopped.isPresent()) {
            return left.and(new Remark(insurer.code(), stopped.get()));
        }
        Preparations sealed =
                later.seal(view -> new Preparations(view.publication(), List.of(prepare(insurer, view, looked))));
        Prepared next = sealed.each().get(0);
        return PublishReport.merged(Stream.concat(
                        Stream.of(left, next.report()),
                        Stream.of(next).filter(Prepared::visited).map(one -> deliver(insurer, sealed.publication())))
                .toList());
    }

    private boolean isDue(Insurer insurer, PublishOptions order) {
        return lists.undelivered(insurer.code()).isEmpty()
                && lists.last(insurer.code())
                        .map(SealedList::manifest)
                        .filter(order::isDoneBy)
                        .isEmpty();
    }

    /** It may have been suspended, or have left, since its list was sealed. */
    private PublishReport deliver(Insurer asked, Publication publication) {
        Insurer insurer = insurers.get(asked.code());
        Optional<String> refusal = listEligibility.refusal(insurer, publication);
        if (refusal.isPresent()) {
            return PublishReport.withheld(insurer, refusal.get());
        }
        return drops.with(insurer, drop -> {
            Optional<Remark> unannounced = announceCertificates.to(insurer, drop);
            PublishReport published = deliverAll(insurer);
            return unannounced.map(published::and).orElse(published);
        });
    }

    private PublishReport deliverAll(Insurer insurer) {
        List<SealedList> delivered = new ArrayList<>();
        for (SealedList left : lists.undelivered(insurer.code())) {
            if (stop.isRequested()) {
                return stopped(insurer, delivered);
            }
            int sequence = left.manifest().sequence();
            Optional<Throwable> failure = runDelivery(insurer, sequence);
            if (failure.isPresent()) {
                return failed(insurer, delivered, failure.get());
            }
            delivered.add(lists.find(insurer.code(), sequence).orElseThrow());
        }
        return PublishReport.of(delivered);
    }

    private Optional<Throwable> run(Insurer insurer, int sequence, OpenPublication publication) {
        return runExecution.run(
                sealing,
                PublishBlockListJob.parameters(
                        insurer.code(),
                        sequence,
                        publication.publication().id(),
                        publication.order().full()));
    }

    private Optional<Throwable> runDelivery(Insurer insurer, int sequence) {
        return runExecution.run(delivery, PublishBlockListJob.deliveryOf(insurer.code(), sequence));
    }

    private static PublishReport failed(Insurer insurer, List<SealedList> delivered, Throwable failure) {
        LOG.warn("The list of {} could not be published", insurer.code(), failure);
        return PublishReport.of(delivered).and(new Remark(insurer.code(), FailureMessages.cause(failure)));
    }

    private static PublishReport stopped(Insurer insurer, List<SealedList> delivered) {
        return PublishReport.of(delivered).and(new Remark(insurer.code(), StopRequest.STOPPED));
    }
}
