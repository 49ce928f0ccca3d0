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
import jinbo.batch.NoCertificateException;
import jinbo.batch.PartitionReport;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.Remark;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.batch.keyrollover.AnnounceCertificates;
import jinbo.cases.CaseFile;
import jinbo.cases.CaseFiles;
import jinbo.cases.InsurerNotices;
import jinbo.cases.MissedNoticeDays;
import jinbo.exchange.format.CaseFileName;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropFolderTooLargeException;
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

/**
 * Tells one insurer, whose lease is held: first what an earlier run did not deliver, then all that is new; what asks, and so holds
 * numbers, in a file of its own.
 */
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

    PartitionReport tell(Insurer insurer) {
        try {
            return tellWhatIsLeft(insurer);
        } catch (DropException e) {
            noteIfItsOwn(insurer, e);
            throw e;
        }
    }

    private PartitionReport tellWhatIsLeft(Insurer insurer) {
        List<CaseFile> undelivered = files.undelivered(insurer.code());
        boolean toAsk = insurerNotices.hasQuestions(insurer.code());
        boolean toTell = insurerNotices.hasNotices(insurer.code());
        if (undelivered.isEmpty() && !toAsk && !toTell) {
            return PartitionReport.NOTHING;
        }
        Optional<String> silence = caseNoticeEligibility.exclusionReason(insurer);
        if (silence.isPresent()) {
            return PartitionReport.ofWithheld(silence.get());
        }
        boolean numbersWait = toAsk || undelivered.stream().anyMatch(files::holdsComplaints);
        Optional<String> refusal = numbersWait ? caseNoticeEligibility.refusal(insurer) : Optional.empty();
        boolean asking = refusal.isEmpty();
        List<CaseFile> left = undelivered.stream()
                .filter(file -> asking || !files.holdsComplaints(file))
                .toList();
        PartitionReport withheld = refusal.map(PartitionReport::ofWithheld).orElse(PartitionReport.NOTHING);
        boolean makesOne = toTell || toAsk && asking;
        if (left.isEmpty() && !makesOne) {
            return withheld;
        }
        if (certificates.recipientsOf(insurer.code()).isEmpty()) {
            missedNoticeDays.record(insurer.code());
            return withheld.and(PartitionReport.ofProblem(NoCertificateException.message(insurer.code())));
        }
        return withheld.and(drops.with(insurer, drop -> {
            Optional<Remark> unannounced = announceCertificates.to(insurer, drop);
            PartitionReport report = deliver(insurer, left, asking, drop);
            return unannounced
                    .map(problem -> report.and(PartitionReport.ofProblem(problem.what())))
                    .orElse(report);
        }));
    }

    private PartitionReport deliver(Insurer insurer, List<CaseFile> left, boolean asking, DropSession drop) {
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
                        ? asking && insurerNotices.hasQuestions(insurer.code())
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
            noteIfItsOwn(insurer, cause);
            return PartitionReport.ofDelivered(delivered).and(PartitionReport.ofProblem(FailureMessages.cause(cause)));
        }
    }

    /** Its drop stands at the insurer's, or is ours, which it can only fill. */
    private void noteIfItsOwn(Insurer insurer, Throwable failure) {
        boolean atItsPlace = insurer.drop() instanceof DropLocation.Remote;
        if (failure instanceof DropFolderTooLargeException || atItsPlace && failure instanceof DropException) {
            missedNoticeDays.record(insurer.code());
        }
    }

    /**
     * Puts a sealed file of cases on the drop; one that lies there with the same bytes counts as delivered.
     *
     * @return whether it lies there now; not if it was withheld, or had been delivered before
     */
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

    /**
     * Keeps a sealed file back whose insurer may not have a number in it any more, because the case was given to
     * another one. What lies on the drop has left, though nobody had time to record that.
     */
    private void withholdIfNecessary(CaseFile file, DropSession drop) {
        if (insurerNotices.mustBeWithheld(file) && !liesOnDrop(file, drop)) {
            fence.record(() -> insurerNotices.withhold(file, Actor.batch()));
            LOG.info("{} is not sent: a case in it is now assigned to another insurer", file.name());
        }
    }

    private static boolean liesOnDrop(CaseFile file, DropSession drop) {
        AtomicBoolean lies = new AtomicBoolean();
        drop.list(DropFolder.DOWNLOAD, seen -> {
            if (seen.name().equals(file.name())) {
                lies.set(true);
            }
        });
        return lies.get();
    }

    /**
     * Says how an insurer's next file of cases is called: above those that are recorded, those that lie on the drop,
     * and those in the spool, which may have left before a back-up was restored. A database that was restored does not
     * know all names, and insurers clear their drops.
     */
    private String nextName(InsurerCode insurer, DropSession drop) {
        LocalDate today = BusinessTime.dateOf(clock.instant());
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
