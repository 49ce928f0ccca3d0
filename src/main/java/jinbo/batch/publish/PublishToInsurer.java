package jinbo.batch.publish;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.batch.DeliverSealedFile;
import jinbo.batch.Drops;
import jinbo.batch.Fence;
import jinbo.batch.HighestSentSequence;
import jinbo.batch.PartitionReport;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.Remark;
import jinbo.batch.SealToSpool.NoCertificateException;
import jinbo.batch.Spool;
import jinbo.batch.StopRequest;
import jinbo.batch.keyrollover.AnnounceCertificates;
import jinbo.batch.publish.OpenPublications.OpenPublication;
import jinbo.batch.publish.PublishBlockListsJob.PublishOrder;
import jinbo.batch.recovery.ScanAllInsurers;
import jinbo.batch.recovery.ScanForUnrecordedFiles;
import jinbo.exchange.format.Manifest;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.error.FailureMessages;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.Publication;
import jinbo.registry.blocklist.Publications;
import jinbo.registry.blocklist.SealedList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals and delivers the lists of one insurer under its lease. */
@Component
record PublishToInsurer(
        ScanAllInsurers scanAllInsurers,
        ScanForUnrecordedFiles scanForUnrecordedFiles,
        Insurers insurers,
        ListEligibility listEligibility,
        PartnerCertificates certificates,
        Drops drops,
        AnnounceCertificates announceCertificates,
        BlockLists lists,
        SealBlockList sealBlockList,
        Publications publications,
        CatchUpSnapshots catchUpSnapshots,
        Fence fence,
        StopRequest stop,
        DeliverSealedFile deliverSealedFile,
        Spool spool,
        HighestSentSequence highestSentSequence,
        FaultPointListener faultPointListener,
        Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(PublishToInsurer.class);

    /** What the step {@code deliver} must do for the insurer. */
    enum Next {
        /** Deliver the sealed lists. */
        DELIVER,
        /** Deliver the lists of an earlier run or another process, then seal and deliver the next one. */
        CATCH_UP,
        NOTHING
    }

    /** The result of the step {@code seal} for an insurer. */
    record Sealed(PartitionReport report, Next next) {

        static Sealed problem(String what) {
            return new Sealed(PartitionReport.ofProblem(what), Next.NOTHING);
        }

        static Sealed nothing(Next next) {
            return new Sealed(PartitionReport.NOTHING, next);
        }
    }

    /**
     * Delivers sealed lists; for {@link Next#CATCH_UP} then seals and delivers the next one, without waiting for other
     * insurers. Scans a drop first that the step {@code scan} has not scanned: files that this database does not know
     * stop the lists. Reads the insurer again, because its status may have changed since sealing.
     */
    PartitionReport deliver(Insurer insurerBefore, PublishOrder order, Next next) {
        Insurer insurer = insurers.get(insurerBefore.code());
        Optional<PartitionReport> withheld = withheld(insurer, publications.get(order.publication()));
        if (withheld.isPresent()) {
            return withheld.get();
        }
        return drops.with(insurer, drop -> {
            if (order.scan().isMissing(insurer.code())) {
                scanForUnrecordedFiles.scan(insurer.code(), drop);
            }
            Optional<String> stopped = scanAllInsurers.publishingStopReason(insurer.code());
            if (stopped.isPresent()) {
                return PartitionReport.ofProblem(stopped.get());
            }
            Optional<Remark> unannounced = announceCertificates.announce(insurer, drop);
            PartitionReport left = deliverAll(insurer);
            PartitionReport delivered = next == Next.CATCH_UP ? catchUp(left, insurer, order) : left;
            return unannounced
                    .map(remark -> delivered.and(PartitionReport.ofProblem(remark.what())))
                    .orElse(delivered);
        });
    }

    private Optional<PartitionReport> withheld(Insurer insurer, Publication publication) {
        return listEligibility.refusal(insurer, publication).map(PartitionReport::ofWithheld);
    }

    private PartitionReport catchUp(PartitionReport left, Insurer insurer, PublishOrder order) {
        if (!isDue(insurer, order)) {
            return left;
        }
        if (stop.isRequested()) {
            return left.and(PartitionReport.ofProblem(StopRequest.STOPPED));
        }
        try {
            return left.and(sealAndDeliverLater(insurer, order));
        } catch (RuntimeException e) {
            Throwable cause = fence.causeOf(e);
            LOG.warn("The list of {} could not be published", insurer.code(), cause);
            return left.and(PartitionReport.ofProblem(FailureMessages.cause(cause)));
        }
    }

    private PartitionReport sealAndDeliverLater(Insurer insurer, PublishOrder order) {
        record SealedFrom(Publication publication, Sealed sealed) {}
        SealedFrom later = catchUpSnapshots.seal(
                order.options(), view -> new SealedFrom(view.publication(), seal(insurer, view, Optional.empty())));
        PartitionReport report = later.sealed().report();
        return later.sealed().next() == Next.DELIVER
                ? report.and(withheld(insurers.get(insurer.code()), later.publication())
                        .orElseGet(() -> deliverAll(insurer)))
                : report;
    }

    /**
     * Seals the next list if it is due. Reads the insurer and open recoveries again, because both may have changed since
     * the scan.
     */
    Sealed seal(Insurer insurerBefore, OpenPublication view, Optional<String> blocked) {
        Insurer insurer = insurers.get(insurerBefore.code());
        Optional<String> refusal = listEligibility.refusal(insurer, view.publication());
        if (refusal.isPresent()) {
            return new Sealed(PartitionReport.ofWithheld(refusal.get()), Next.NOTHING);
        }
        Optional<String> problem = certificates.recipientsOf(insurer.code()).isEmpty()
                ? Optional.of(NoCertificateException.message(insurer.code()))
                : blocked.or(() -> scanAllInsurers.publishingStopReason(insurer.code()));
        if (problem.isPresent()) {
            return Sealed.problem(problem.get());
        }
        if (!lists.undelivered(insurer.code()).isEmpty()) {
            return Sealed.nothing(Next.CATCH_UP);
        }
        if (lists.last(insurer.code())
                .map(SealedList::manifest)
                .filter(view::isBehind)
                .isEmpty()) {
            int sequence = lists.next(insurer.code()).sequence();
            fence.recordAfterLongWork(() -> sealBlockList.seal(insurer.code(), sequence, view));
        }
        return Sealed.nothing(Next.DELIVER);
    }

    /** A repeated attempt of this run may have made the list already, from a later snapshot than that of the run. */
    private boolean isDue(Insurer insurer, PublishOrder order) {
        Optional<Manifest> last = lists.last(insurer.code()).map(SealedList::manifest);
        return lists.undelivered(insurer.code()).isEmpty()
                && last.filter(order.options()::isDoneBy).isEmpty()
                && !lists.hasListAfter(
                        insurer.code(), order.publication(), order.options().full());
    }

    private PartitionReport deliverAll(Insurer insurer) {
        List<Integer> delivered = new ArrayList<>();
        for (SealedList left : lists.undelivered(insurer.code())) {
            Optional<String> stopped = stop.isRequested()
                    ? Optional.of(StopRequest.STOPPED)
                    : scanAllInsurers.publishingStopReason(insurer.code());
            if (stopped.isPresent()) {
                return PartitionReport.ofDelivered(delivered).and(PartitionReport.ofProblem(stopped.get()));
            }
            int sequence = left.manifest().sequence();
            try {
                deliverList(insurer.code(), sequence);
            } catch (RuntimeException e) {
                Throwable cause = fence.causeOf(e);
                LOG.warn("List {} of {} could not be delivered", sequence, insurer.code(), cause);
                return PartitionReport.ofDelivered(delivered)
                        .and(PartitionReport.ofProblem(FailureMessages.cause(cause)));
            }
            delivered.add(sequence);
        }
        return PartitionReport.ofDelivered(delivered);
    }

    /** Delivers a list and then its manifest; continues where an earlier delivery was interrupted. */
    private void deliverList(InsurerCode insurer, int sequence) {
        faultPointListener.reached(FaultPoint.SEQUENCE_TAKEN);
        SealedList list = lists.find(insurer, sequence).orElseThrow();
        if (list.listDeliveredAt().isEmpty()) {
            highestSentSequence.record(insurer, sequence);
            deliverList(insurer, list.manifest().listName().fileName());
            faultPointListener.reached(FaultPoint.LIST_DELIVERED);
            fence.record(() -> lists.recordListDelivery(insurer, sequence, clock.instant()));
        }
        faultPointListener.reached(FaultPoint.BETWEEN_LIST_AND_MANIFEST);
        if (!list.isDelivered()) {
            deliverList(insurer, list.manifest().listName().manifestName());
            highestSentSequence.recordDelivered(insurer, sequence);
            faultPointListener.reached(FaultPoint.MANIFEST_DELIVERED);
            fence.record(() -> lists.recordManifestDelivery(insurer, sequence, clock.instant()));
        }
    }

    private void deliverList(InsurerCode insurer, String name) {
        deliverSealedFile.deliver(insurer, spool.lists(insurer).resolve(name), FaultPoint.DELIVERING_LIST);
    }
}
