package jinbo.batch.settle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jinbo.accesslog.Actor;
import jinbo.batch.DeliverSealedFile;
import jinbo.batch.Drops;
import jinbo.batch.Fence;
import jinbo.batch.PartitionReport;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.Remark;
import jinbo.batch.SealToSpool.NoCertificateException;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.batch.keyrollover.AnnounceCertificates;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseFiles;
import jinbo.cases.InsurerNotices;
import jinbo.cases.MissedNoticeDays;
import jinbo.exchange.format.OutboundFileName;
import jinbo.exchange.format.OutboundFileName.Kind;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropException.DropConflictException;
import jinbo.exchange.sftp.DropException.DropFolderTooLargeException;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.error.FailureMessages;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.reference.calendar.BusinessTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends notices about cases to one insurer. Complaints, which contain phone numbers, have a file of their own. */
@Component
record SendCaseNotices(
        InsurerNotices insurerNotices,
        CaseFiles files,
        MissedNoticeDays missedNoticeDays,
        CaseNoticeEligibility caseNoticeEligibility,
        PartnerCertificates certificates,
        Drops drops,
        AnnounceCertificates announceCertificates,
        SealCaseFile sealCaseFile,
        Fence fence,
        DeliverSealedFile deliverSealedFile,
        Spool spool,
        FaultPointListener faultPointListener,
        Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(SendCaseNotices.class);

    PartitionReport send(Insurer insurer) {
        List<CaseFile> undelivered = files.undelivered(insurer.code());
        boolean hasQuestions = insurerNotices.hasQuestions(insurer.code());
        if (undelivered.isEmpty() && due(insurer.code(), true).isEmpty()) {
            return PartitionReport.NOTHING;
        }
        Optional<String> exclusion = caseNoticeEligibility.exclusionReason(insurer);
        if (exclusion.isPresent()) {
            return PartitionReport.ofWithheld(exclusion.get());
        }
        boolean hasNumbers = hasQuestions || undelivered.stream().anyMatch(files::holdsComplaints);
        Optional<String> refusal = hasNumbers ? caseNoticeEligibility.refusal(insurer) : Optional.empty();
        boolean mayAsk = refusal.isEmpty();
        List<CaseFile> left = undelivered.stream()
                .filter(file -> mayAsk || !files.holdsComplaints(file))
                .toList();
        PartitionReport withheld = refusal.map(PartitionReport::ofWithheld).orElse(PartitionReport.NOTHING);
        if (left.isEmpty() && due(insurer.code(), mayAsk).isEmpty()) {
            return withheld;
        }
        if (certificates.recipientsOf(insurer.code()).isEmpty()) {
            missedNoticeDays.record(insurer.code());
            return withheld.and(PartitionReport.ofProblem(NoCertificateException.message(insurer.code())));
        }
        try {
            return withheld.and(drops.with(insurer, drop -> {
                Optional<Remark> unannounced = announceCertificates.announce(insurer, drop);
                PartitionReport report = deliver(insurer, left, mayAsk, drop);
                return unannounced
                        .map(problem -> report.and(PartitionReport.ofProblem(problem.what())))
                        .orElse(report);
            }));
        } catch (DropException e) {
            recordMissedDay(insurer, mayAsk, e);
            throw e;
        }
    }

    private PartitionReport deliver(Insurer insurer, List<CaseFile> left, boolean mayAsk, DropSession drop) {
        List<Integer> delivered = new ArrayList<>();
        try {
            for (CaseFile file : left) {
                withholdIfNecessary(file, drop);
                if (deliverFile(insurer.code(), file.sequence())) {
                    delivered.add(file.sequence());
                }
            }
            for (boolean complaints : due(insurer.code(), mayAsk)) {
                int next = seal(
                        insurer.code(),
                        complaints,
                        each -> drop.list(DropFolder.DOWNLOAD, seen -> each.accept(seen.name())));
                deliverFile(insurer.code(), next);
                delivered.add(next);
            }
            return PartitionReport.ofDelivered(delivered);
        } catch (RuntimeException e) {
            Throwable cause = fence.causeOf(e);
            LOG.warn("{} could not be notified of its cases", insurer.code(), cause);
            recordMissedDay(insurer, mayAsk, cause);
            return PartitionReport.ofDelivered(delivered).and(PartitionReport.ofProblem(FailureMessages.cause(cause)));
        }
    }

    /**
     * Records the day if the insurer's own server failed, or its folder on the embedded server is too full or has a file
     * with the name of ours. Missed days count from the sealing on, so this seals what could not be delivered.
     */
    private void recordMissedDay(Insurer insurer, boolean mayAsk, Throwable failure) {
        boolean onOwnServer = insurer.drop() instanceof DropLocation.Remote;
        if (failure instanceof DropFolderTooLargeException
                || failure instanceof DropConflictException
                || onOwnServer && failure instanceof DropException) {
            missedNoticeDays.record(insurer.code());
            due(insurer.code(), mayAsk).forEach(complaints -> seal(insurer.code(), complaints, each -> {}));
        }
    }

    /** The files to seal: false stands for the one without complaints. */
    private List<Boolean> due(InsurerCode insurer, boolean mayAsk) {
        return Stream.of(false, true)
                .filter(complaints -> complaints
                        ? mayAsk && insurerNotices.hasQuestions(insurer)
                        : insurerNotices.hasNotices(insurer))
                .toList();
    }

    /** @param onDrop passes the names on the drop to its consumer, as far as they are known */
    private int seal(InsurerCode insurer, boolean complaints, Consumer<Consumer<String>> onDrop) {
        int next = files.next(insurer);
        Stream<String> ours = Stream.concat(files.of(insurer).stream().map(CaseFile::name), spooled(insurer).stream());
        String name = OutboundFileName.next(Kind.CASES, insurer, BusinessTime.today(clock), ours, onDrop)
                .fileName();
        fence.record(() -> sealCaseFile.seal(insurer, next, name, complaints));
        return next;
    }

    /** Delivers a sealed file; returns false if it is withheld or was already delivered. */
    private boolean deliverFile(InsurerCode insurer, int sequence) {
        faultPointListener.reached(FaultPoint.CASES_RECORDED);
        CaseFile file = files.find(insurer, sequence).orElseThrow();
        if (file.isDelivered() || files.isWithheld(file)) {
            return false;
        }
        deliverSealedFile.deliver(insurer, spool.resolve(file.spooledAs()), FaultPoint.DELIVERING_CASES);
        faultPointListener.reached(FaultPoint.CASES_DELIVERED);
        fence.record(() -> files.delivered(file, clock.instant()));
        return true;
    }

    /** Withholds a sealed file if a case in it must not be sent any more, unless the file is already on the drop. */
    private void withholdIfNecessary(CaseFile file, DropSession drop) {
        if (insurerNotices.mustBeWithheld(file) && !isOnDrop(file, drop)) {
            fence.record(() -> insurerNotices.withhold(file, Actor.batch()));
            LOG.info("{} is not sent: a case in it is now assigned to another insurer", file.name());
        }
    }

    private static boolean isOnDrop(CaseFile file, DropSession drop) {
        AtomicBoolean found = new AtomicBoolean();
        drop.list(DropFolder.DOWNLOAD, seen -> {
            if (seen.name().equals(file.name())) {
                found.set(true);
            }
        });
        return found.get();
    }

    private List<String> spooled(InsurerCode insurer) {
        try (Stream<Path> files = Files.list(spool.cases(insurer))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new SpoolException("read", "the files of cases of " + insurer, e);
        }
    }
}
