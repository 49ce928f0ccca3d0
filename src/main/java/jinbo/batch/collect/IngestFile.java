package jinbo.batch.collect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.AccessResult;
import jinbo.accesslog.Actor;
import jinbo.batch.Spool;
import jinbo.batch.collect.FileIngester.IngestContext;
import jinbo.batch.recovery.UploadRecoveryStates;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.registry.inbound.FindingWriter;
import jinbo.registry.inbound.Findings;
import jinbo.registry.inbound.HeldDecision;
import jinbo.registry.inbound.HeldDecisions;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.ReingestDecision;
import jinbo.registry.inbound.ReingestDecisions;
import jinbo.registry.inbound.Verdict;
import jinbo.registry.inbound.Verdicts;
import org.springframework.stereotype.Component;

/** Ingests an upload and records its verdict, in one transaction. This is a logged access. */
@Component
record IngestFile(
        InboundFiles inbound,
        HeldDecisions decisions,
        ReingestDecisions reingestDecisions,
        UploadRecoveryStates uploadRecoveryStates,
        Verdicts verdicts,
        Findings findings,
        Insurers insurers,
        AccessLog accessLog,
        List<FileIngester> ingesters,
        Spool spool,
        FaultPointListener faultPointListener) {

    /** Ingests an upload, unless a verdict was already committed before a crash. */
    void ingest(long inboundFile, int answer) {
        InboundFile file = inbound.get(inboundFile);
        if (file.verdictCount() >= answer) {
            return;
        }
        faultPointListener.reached(FaultPoint.RECORDED);
        Insurer insurer = insurers.get(file.insurer());
        Optional<HeldDecision> decision = decisions.of(inboundFile, answer);
        Optional<ReingestDecision> again = reingestDecisions.of(inboundFile);
        AccessPermit permit = accessLog.begin(accessOf(file, decision, again));
        faultPointListener.reached(FaultPoint.ACCESS_BEGUN);
        try {
            IngestResult outcome = judge(permit, file, insurer, decision, again.isPresent());
            recordVerdict(permit, file, answer, outcome);
            faultPointListener.reached(FaultPoint.VERDICT_WRITTEN);
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private IngestResult judge(
            AccessPermit permit, InboundFile file, Insurer insurer, Optional<HeldDecision> decision, boolean again) {
        if (decision.filter(d -> d.kind() == HeldDecision.Kind.REFUSE).isPresent()) {
            return new IngestResult.RefusedByOperator(
                    file.verdict().orElseThrow().tally(), decision.get().reason());
        }
        if (file.nameFault().isPresent()) {
            return refused(FindingCode.NAME_INVALID, file.nameFault().get());
        }
        if (file.fetched() && !Files.exists(spool.upload(file.id()))) {
            throw new SpooledFileMissingException(file, spool.upload(file.id()));
        }
        if (!file.fetched()) {
            return refused(FindingCode.TOO_LARGE, file.size() + " bytes are above the limit; it was not fetched");
        }
        if (decision.isEmpty()) {
            Optional<String> earlier = earlier(file, again);
            if (earlier.isPresent()) {
                return refused(FindingCode.ALREADY_RECEIVED, "same name or bytes as " + earlier.get());
            }
        }
        return kindOf(file).ingest(new IngestContext(permit, file, insurer, decision));
    }

    private FileIngester kindOf(InboundFile file) {
        return ingesters.stream()
                .filter(ingester -> file.kind().filter(ingester::ingests).isPresent())
                .findAny()
                .orElseThrow(
                        () -> new IllegalStateException("A file of no kind was recorded as one with a valid name"));
    }

    /** Finds an earlier upload with the same name or bytes, also one that was lost and will be ingested again. */
    private Optional<String> earlier(InboundFile file, boolean again) {
        return verdicts.findEarlierDuplicate(file)
                .or(() -> again
                                || uploadRecoveryStates
                                        .findUnrecorded(file.insurer(), file.stem())
                                        .isEmpty()
                        ? Optional.empty()
                        : Optional.of("an upload in archive/ that was lost in a restore"));
    }

    private static IngestResult refused(FindingCode code, String detail) {
        return new IngestResult.Refused(Finding.ofFile(code), detail);
    }

    private static Access accessOf(
            InboundFile file, Optional<HeldDecision> decision, Optional<ReingestDecision> again) {
        Optional<Actor> person = decision.map(HeldDecision::by).or(() -> again.map(ReingestDecision::by));
        return new Access(
                person.orElseGet(Actor::batch),
                decision.isPresent() ? AccessAction.RELEASE : AccessAction.TAKE_IN,
                decision.map(d -> d.kind().name().toLowerCase(Locale.ROOT) + ": " + d.reason())
                        .or(() -> again.map(reingest -> "ingested again after a restore: " + reingest.reason()))
                        .orElse(purposeOf(file)),
                Optional.of(file.insurer().value()),
                file.shownName());
    }

    private static String purposeOf(InboundFile file) {
        return file.kind()
                .map(kind -> switch (kind) {
                    case WITHDRAWALS -> "complaints are withdrawn";
                    case ACK -> "the acknowledgement of a list is recorded";
                    case RESYNC -> "the insurer requests a full list";
                    case CERTIFICATE -> "a certificate of the insurer is checked";
                    case COMPLAINTS -> "complaints become registrations";
                    case CASE_ANSWERS -> "answers to cases are recorded";
                })
                .orElse("a file of unknown kind is refused");
    }

    /** Records the verdict and completes the access. */
    private void recordVerdict(AccessPermit permit, InboundFile file, int answer, IngestResult outcome) {
        if (outcome instanceof IngestResult.Refused refused) {
            writeFinding(findings.replace(file.id()), refused.finding());
        } else if (outcome instanceof IngestResult.Noted noted
                && noted.warning().isPresent()) {
            writeFinding(findings.replace(file.id()), noted.warning().get());
        } else if (outcome instanceof IngestResult.RefusedByOperator) {
            writeFinding(findings.append(file.id()), Finding.ofFile(FindingCode.REFUSED_BY_OPERATOR));
        }
        long id = accessLog.complete(
                permit,
                new AccessResult(
                        outcome.status().name(), outcome.tally().rows(), outcome.registrations(), Optional.empty()));
        Verdict verdict =
                new Verdict(outcome.status(), outcome.tally(), outcome.effectiveOn(), outcome.operatorDetail(), id);
        verdicts.record(file.id(), answer, verdict, outcome.contentMac());
    }

    private static void writeFinding(FindingWriter writer, Finding finding) {
        writer.add(finding);
        writer.flush();
    }

    /** The copy of a fetched upload is missing in the spool, so the upload cannot be ingested. */
    public static final class SpooledFileMissingException extends RuntimeException {

        SpooledFileMissingException(InboundFile file, Path place) {
            super("Our copy of " + file.shownName()
                    + " is missing; take the file from a backup of the home, or from upload/ or"
                    + " archive/ of the drop, put it at " + place + " and run again. Its SHA-256 is " + file.sha256());
        }
    }
}
