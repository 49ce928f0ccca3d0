package jinbo.batch.collect;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jinbo.accesslog.LogTree;
import jinbo.batch.SealToSpool;
import jinbo.batch.Spool;
import jinbo.batch.SpoolException;
import jinbo.batch.recovery.UnrecordedFiles;
import jinbo.exchange.format.AnswerFileNames;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.OutcomeWriter;
import jinbo.exchange.format.Receipt;
import jinbo.exchange.openpgp.Sealer.ContentWriter;
import jinbo.exchange.openpgp.Sealer.SealResult;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.registry.inbound.Answers;
import jinbo.registry.inbound.Findings;
import jinbo.registry.inbound.HeldDecision;
import jinbo.registry.inbound.HeldDecisions;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import jinbo.registry.inbound.ReingestDecisions;
import jinbo.registry.inbound.SealedAnswer;
import jinbo.registry.inbound.Verdict;
import org.springframework.stereotype.Component;

/** Seals the two answers to an upload, outcome and receipt, into the spool and records them. */
@Component
record SealAnswers(
        LogTree accessLog,
        InboundFiles inbound,
        HeldDecisions decisions,
        Findings findings,
        Answers answers,
        UnrecordedFiles unrecordedFiles,
        ReingestDecisions reingestDecisions,
        SealToSpool sealToSpool,
        Spool spool,
        CollectSettings settings,
        FaultPointListener faultPointListener) {

    void answer(long inboundFile, int answer) {
        faultPointListener.reached(FaultPoint.INGESTED);
        InboundFile file = inbound.get(inboundFile);
        Set<SealedAnswer.Kind> missing = EnumSet.allOf(SealedAnswer.Kind.class);
        answers.of(inboundFile, answer).forEach(done -> missing.remove(done.kind()));
        int nth = Math.max(answers.highest(file, answer), answersBeforeRestore(file)) + 1;
        for (SealedAnswer.Kind kind : missing) {
            String name = nameOf(kind, file, nth);
            Path target = spool.inbound(inboundFile).resolve(name);
            SealResult bytes = seal(file, target, contentOf(kind, file, answer));
            faultPointListener.reached(FaultPoint.ANSWER_SEALED);
            answers.record(
                    file.insurer(),
                    new SealedAnswer(
                            inboundFile, answer, kind, name, spool.relative(target), bytes.size(), bytes.sha256()));
        }
    }

    /** Counts answers from before a restore, because their names belong to other bytes. */
    private int answersBeforeRestore(InboundFile file) {
        return unrecordedFiles.answersBefore(
                file.insurer(), file.stem(), reingestDecisions.countFirstIngested(file.insurer(), file.stem()));
    }

    private static String nameOf(SealedAnswer.Kind kind, InboundFile file, int nth) {
        return switch (kind) {
            case OUTCOME -> AnswerFileNames.outcome(file.stem(), nth);
            case RECEIPT -> AnswerFileNames.receipt(file.stem(), nth);
        };
    }

    private SealResult seal(InboundFile file, Path target, ContentWriter content) {
        try {
            Spool.discardDrafts(spool.inbound(file.id()));
            return sealToSpool.seal(file.insurer(), target, content);
        } catch (IOException e) {
            throw new SpoolException("write", target.getFileName().toString(), e);
        }
    }

    private ContentWriter contentOf(SealedAnswer.Kind kind, InboundFile file, int answer) {
        return switch (kind) {
            case OUTCOME -> out -> writeOutcome(file, answer, out);
            case RECEIPT -> out -> out.write(receiptOf(file).toJson());
        };
    }

    private void writeOutcome(InboundFile file, int answer, OutputStream out) throws IOException {
        Optional<String> reason = decisions.of(file.id(), answer).map(HeldDecision::reason);
        OutcomeWriter writer = new OutcomeWriter(out, settings.messageLanguage());
        findings.forEach(file.id(), finding -> {
            if (finding.code() == FindingCode.REFUSED_BY_OPERATOR && reason.isPresent()) {
                writer.writeWithReason(finding, reason.get());
            } else {
                writer.write(finding);
            }
        });
        writer.close();
    }

    private Receipt receiptOf(InboundFile file) {
        Verdict verdict = file.verdict().orElseThrow();
        LogTree.CoveredEntry entry = accessLog.cover(verdict.accessLogId());
        return new Receipt(
                file.shownName(),
                file.sha256(),
                file.receivedAt(),
                verdict.status(),
                verdict.tally(),
                verdict.effectiveOn(),
                entry.index(),
                Optional.of(entry.checkpoint()));
    }
}
