package jinbo.job.collect;

import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.crashpoint.CrashPoint;
import jinbo.crashpoint.CrashPoints;
import jinbo.exchange.Finding;
import jinbo.exchange.FindingCode;
import jinbo.inbound.HeldDecision;
import jinbo.inbound.HeldDecisions;
import jinbo.inbound.InboundFile;
import jinbo.inbound.InboundFiles;
import jinbo.inbound.Verdicts;
import jinbo.insurer.Insurer;
import jinbo.insurer.Insurers;
import jinbo.job.Spool;
import org.springframework.stereotype.Component;

/**
 * The first step of {@code collect-uploads}: one transaction, in which a file is opened, judged, merged and its verdict
 * recorded, or nothing happens at all.
 */
@Component
class TakeIn {

    private final InboundFiles inbound;
    private final HeldDecisions decisions;
    private final Verdicts verdicts;
    private final Insurers insurers;
    private final AccessLog accessLog;
    private final MergeUpload mergeUpload;
    private final RecordVerdict recordVerdict;
    private final Spool spool;
    private final CrashPoints crashPoints;

    TakeIn(
            InboundFiles inbound,
            HeldDecisions decisions,
            Verdicts verdicts,
            Insurers insurers,
            AccessLog accessLog,
            MergeUpload mergeUpload,
            RecordVerdict recordVerdict,
            Spool spool,
            CrashPoints crashPoints) {
        this.inbound = inbound;
        this.decisions = decisions;
        this.verdicts = verdicts;
        this.insurers = insurers;
        this.accessLog = accessLog;
        this.mergeUpload = mergeUpload;
        this.recordVerdict = recordVerdict;
        this.spool = spool;
        this.crashPoints = crashPoints;
    }

    /** Gives a file its verdict; one that was committed before a crash stands. */
    void takeIn(long inboundFile, int answer) {
        InboundFile file = inbound.get(inboundFile);
        if (file.answersJudged() >= answer) {
            return;
        }
        crashPoints.reach(CrashPoint.RECORDED);
        Insurer insurer = insurers.get(file.insurer());
        Optional<HeldDecision> decision = decisions.of(inboundFile, answer);
        AccessPermit permit = accessLog.intend(accessOf(file, decision));
        crashPoints.reach(CrashPoint.ACCESS_ANNOUNCED);
        try {
            TakenIn outcome = judge(permit, file, insurer, decision);
            recordVerdict.record(permit, file, answer, outcome);
            crashPoints.reach(CrashPoint.VERDICT_WRITTEN);
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private TakenIn judge(AccessPermit permit, InboundFile file, Insurer insurer, Optional<HeldDecision> decision) {
        if (decision.filter(d -> d.kind() == HeldDecision.Kind.REFUSE).isPresent()) {
            return new TakenIn.RefusedByOperator(
                    file.verdict().orElseThrow().tally(), decision.get().reason());
        }
        if (file.nameFault().isPresent()) {
            return refused(FindingCode.NAME_INVALID, file.nameFault().get());
        }
        if (file.fetched() && !Files.exists(spool.upload(file.id()))) {
            throw new SpoolLostException(file, spool.upload(file.id()));
        }
        if (!file.fetched()) {
            return refused(FindingCode.TOO_LARGE, file.size() + " bytes are above the limit; it was not fetched");
        }
        if (decision.isEmpty()) {
            Optional<String> earlier = verdicts.earlierWithSameNameOrBytes(file);
            if (earlier.isPresent()) {
                return refused(FindingCode.ALREADY_RECEIVED, "same name or bytes as " + earlier.get());
            }
        }
        return mergeUpload.merge(permit, file, insurer, decision);
    }

    private static TakenIn refused(FindingCode code, String detail) {
        return new TakenIn.Refused(Finding.ofFile(code), detail);
    }

    private static Access accessOf(InboundFile file, Optional<HeldDecision> decision) {
        return new Access(
                decision.map(d -> new Actor(d.by(), Actor.batch().operatingSystemUser()))
                        .orElseGet(Actor::batch),
                decision.isPresent() ? AccessAction.RELEASE : AccessAction.TAKE_IN,
                decision.map(d -> d.kind().name().toLowerCase(Locale.ROOT) + ": " + d.reason())
                        .orElse("complaints become acts"),
                Optional.of(file.insurer().value()),
                file.shownName());
    }
}
