package jinbo.job.publish;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.blocklist.BlockLists;
import jinbo.blocklist.SealedList;
import jinbo.exchange.Manifest;
import jinbo.insurer.Insurer;
import jinbo.insurer.Insurers;
import jinbo.job.Drops;
import jinbo.job.EachInsurer;
import jinbo.job.Explain;
import jinbo.job.NoCertificateException;
import jinbo.job.PartnerCertificates;
import jinbo.job.Remark;
import jinbo.job.RunExecution;
import jinbo.job.StopRequest;
import jinbo.job.announce.AnnounceCertificates;
import jinbo.job.lost.LookAtAll;
import jinbo.job.lost.LookedAtAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * A run of {@code publish-block-lists}: all drops are searched for what no record knows, and if there is anything nobody gets a
 * list; else one view of the registry for all, then for each insurer what an earlier run did not deliver, and after that its
 * next list.
 */
@Component
public class PublishBlockLists {

    private static final Logger LOG = LoggerFactory.getLogger(PublishBlockLists.class);

    private final EachInsurer eachInsurer;
    private final LookAtAll lookAtAll;
    private final Insurers insurers;
    private final MayReceive mayReceive;
    private final PartnerCertificates certificates;
    private final Drops drops;
    private final AnnounceCertificates announceCertificates;
    private final BlockLists lists;
    private final OpenPublications publications;
    private final RunExecution runExecution;
    private final StopRequest stop;
    private final Job publishBlockList;
    private final PublishSettings settings;
    private final Clock clock;

    PublishBlockLists(
            EachInsurer eachInsurer,
            LookAtAll lookAtAll,
            Insurers insurers,
            MayReceive mayReceive,
            PartnerCertificates certificates,
            Drops drops,
            AnnounceCertificates announceCertificates,
            BlockLists lists,
            OpenPublications publications,
            RunExecution runExecution,
            StopRequest stop,
            @Qualifier(PublishBlockListJob.NAME) Job publishBlockList,
            PublishSettings settings,
            Clock clock) {
        this.eachInsurer = eachInsurer;
        this.lookAtAll = lookAtAll;
        this.insurers = insurers;
        this.mayReceive = mayReceive;
        this.certificates = certificates;
        this.drops = drops;
        this.announceCertificates = announceCertificates;
        this.lists = lists;
        this.publications = publications;
        this.runExecution = runExecution;
        this.stop = stop;
        this.publishBlockList = publishBlockList;
        this.settings = settings;
        this.clock = clock;
    }

    /** Runs once, for the next list of each insurer. */
    public PublishReport run(List<Insurer> only) {
        return run(only, PublishOrder.NEXT);
    }

    /**
     * Runs once.
     *
     * @param only the insurers to work for, in this order
     * @throws jinbo.workday.YearNotLoadedException if the calendar does not reach the lists' last day of use
     */
    public PublishReport run(List<Insurer> only, PublishOrder order) {
        try {
            LookedAtAll looked = lookAtAll.look(
                    settings.insurersAtATime(), only.stream().map(Insurer::code).collect(Collectors.toSet()));
            Optional<String> stopped = looked.publishingStopped();
            return stopped.isPresent()
                    ? PublishReport.merged(only.stream()
                            .map(insurer -> PublishReport.problem(insurer, stopped.get()))
                            .toList())
                    : publish(only, order, looked);
        } finally {
            drops.endVisits();
        }
    }

    private PublishReport publish(List<Insurer> only, PublishOrder order, LookedAtAll looked) {
        OpenPublication publication = publications.begin(order);
        try {
            List<PublishReport> reports = eachInsurer.of(
                    only,
                    settings.insurersAtATime(),
                    insurer -> publishTo(insurer, publication, looked),
                    PublishReport::problem);
            return PublishReport.merged(reports);
        } finally {
            publications.end(publication);
        }
    }

    /** Its standing is asked for anew, under its lease: it may have changed while others were worked for. */
    private PublishReport publishTo(Insurer asked, OpenPublication publication, LookedAtAll looked) {
        Insurer insurer = insurers.get(asked.code());
        Optional<String> refusal = mayReceive.refusal(insurer, publication.publication());
        if (refusal.isPresent()) {
            return new PublishReport(List.of(), List.of(new Remark(insurer.code(), refusal.get())), List.of());
        }
        if (certificates.recipientsOf(insurer.code(), clock.instant()).isEmpty()) {
            return PublishReport.problem(insurer, NoCertificateException.message(insurer.code()));
        }
        if (looked.notSeen().containsKey(insurer.code())) {
            return PublishReport.problem(insurer, looked.notSeen().get(insurer.code()));
        }
        return drops.with(insurer, drop -> {
            Optional<Remark> unannounced = announceCertificates.to(insurer, drop);
            PublishReport published = deliverAll(insurer, publication);
            return unannounced.map(published::and).orElse(published);
        });
    }

    private PublishReport deliverAll(Insurer insurer, OpenPublication publication) {
        List<SealedList> delivered = new ArrayList<>();
        for (SealedList left : lists.undelivered(insurer.code())) {
            if (stop.isRequested()) {
                return stopped(insurer, delivered);
            }
            Optional<Throwable> failure = run(insurer, left.manifest().sequence(), publication);
            if (failure.isPresent()) {
                return failed(insurer, delivered, failure.get());
            }
            delivered.add(lists.find(insurer.code(), left.manifest().sequence()).orElseThrow());
        }
        Optional<Manifest> last = lists.last(insurer.code()).map(SealedList::manifest);
        if (last.filter(publication::isBehind).isPresent()) {
            return PublishReport.of(delivered);
        }
        if (stop.isRequested()) {
            return stopped(insurer, delivered);
        }
        // one that died after its manifest was delivered does not know that it is complete
        Optional<Throwable> unended = last.flatMap(list -> run(insurer, list.sequence(), publication));
        if (unended.isPresent()) {
            return failed(insurer, delivered, unended.get());
        }
        int next = lists.next(insurer.code()).sequence();
        Optional<Throwable> failure = run(insurer, next, publication);
        if (failure.isPresent()) {
            return failed(insurer, delivered, failure.get());
        }
        delivered.add(lists.find(insurer.code(), next).orElseThrow());
        return PublishReport.of(delivered);
    }

    private Optional<Throwable> run(Insurer insurer, int sequence, OpenPublication publication) {
        return runExecution.run(
                publishBlockList,
                PublishBlockListJob.parameters(
                        insurer.code(),
                        sequence,
                        publication.publication().id(),
                        publication.order().full()));
    }

    private static PublishReport failed(Insurer insurer, List<SealedList> delivered, Throwable failure) {
        LOG.warn("The list of {} could not be published", insurer.code(), failure);
        return PublishReport.of(delivered).and(new Remark(insurer.code(), Explain.cause(failure)));
    }

    private static PublishReport stopped(Insurer insurer, List<SealedList> delivered) {
        return PublishReport.of(delivered).and(new Remark(insurer.code(), StopRequest.STOPPED));
    }
}
