package jinbo.batch.settle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
import jinbo.exchange.format.CaseFileName;
import jinbo.exchange.sftp.DropException;
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
        try {
            return sendPending(insurer);
        } catch (DropException e) {
            recordMissedDay(insurer, e);
            throw e;
        }
    }

    private PartitionReport sendPending(Insurer insurer) {
        List<CaseFile> undelivered = files.undelivered(insurer.code());
        boolean hasQuestions = insurerNotices.hasQuestions(insurer.code());
        boolean hasNotices = insurerNotices.hasNotices(insurer.code());
        if (undelivered.isEmpty() && !hasQuestions && !hasNotices) {
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
        boolean needsFile = hasNotices || hasQuestions && mayAsk;
        if (left.isEmpty() && !needsFile) {
            return withheld;
        }
        if (certificates.recipientsOf(insurer.code()).isEmpty()) {
            missedNoticeDays.record(insurer.code());
            return withheld.and(PartitionReport.ofProblem(NoCertificateException.message(insurer.code())));
        }
        return withheld.and(drops.with(insurer, drop -> {
            Optional<Remark> unannounced = announceCertificates.announce(insurer, drop);
            PartitionReport report = deliver(insurer, left, mayAsk, drop);
            return unannounced
                    .map(problem -> report.and(PartitionReport.ofProblem(problem.what())))
                    .orElse(report);
        }));
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
            for (boolean complaints : List.of(false, true)) {
                if (complaints
                        ? mayAsk && insurerNotices.hasQuestions(insurer.code())
                        : insurerNotices.hasNotices(insurer.code())) {
                    int next = files.next(insurer.code());
                    String name = nextName(insurer.code(), drop);
                    fence.record(() -> sealCaseFile.seal(insurer.code(), next, name, complaints));
                    deliverFile(insurer.code(), next);
                    delivered.add(next);
                }
            }
            return PartitionReport.ofDelivered(delivered);
        } catch (RuntimeException e) {
            Throwable cause = fence.causeOf(e);
            LOG.warn("{} could not be notified of its cases", insurer.code(), cause);
            recordMissedDay(insurer, cause);
            return PartitionReport.ofDelivered(delivered).and(PartitionReport.ofProblem(FailureMessages.cause(cause)));
        }
    }

    /** Records the day if the insurer's own server failed, or its folder on the embedded server is too full. */
    private void recordMissedDay(Insurer insurer, Throwable failure) {
        boolean onOwnServer = insurer.drop() instanceof DropLocation.Remote;
        if (failure instanceof DropFolderTooLargeException || onOwnServer && failure instanceof DropException) {
            missedNoticeDays.record(insurer.code());
        }
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

    /** Uses a number above all in records, drop and spool, because records may be lost by a restore. */
    private String nextName(InsurerCode insurer, DropSession drop) {
        LocalDate today = BusinessTime.today(clock);
        AtomicInteger highest = new AtomicInteger();
        files.of(insurer).forEach(file -> raise(highest, file.name(), insurer, today));
        spooled(insurer).forEach(name -> raise(highest, name, insurer, today));
        drop.list(DropFolder.DOWNLOAD, seen -> raise(highest, seen.name(), insurer, today));
        return new CaseFileName(insurer, today, highest.get() + 1).fileName();
    }

    private List<String> spooled(InsurerCode insurer) {
        try (Stream<Path> files = Files.list(spool.cases(insurer))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new SpoolException("read", "the files of cases of " + insurer, e);
        }
    }

    private static void raise(AtomicInteger highest, String name, InsurerCode insurer, LocalDate today) {
        CaseFileName.parse(name)
                .filter(taken -> taken.insurer().equals(insurer) && taken.date().equals(today))
                .ifPresent(taken -> highest.accumulateAndGet(taken.number(), Math::max));
    }
}
