package jinbo.batch.collect;

import java.util.List;
import java.util.function.Function;
import jinbo.batch.Drops;
import jinbo.batch.NoCertificateException;
import jinbo.batch.PartnerCertificates;
import jinbo.batch.PerInsurerExecutor;
import jinbo.participant.insurer.Insurer;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** A run of {@code collect-uploads}: one bad file, or one drop that is down, stops nobody else's. */
@Component
public record CollectUploads(
        PerInsurerExecutor perInsurerExecutor,
        Drops drops,
        CollectFromDrop collectFromDrop,
        InboundFiles inbound,
        FinishFile finishFile,
        PartnerCertificates certificates,
        CollectSettings settings) {

    /**
     * Runs once. From insurers that are suspended or have left nothing is fetched. Files that had been received
     * before an insurer left are brought to their end, because a consumer's block counts from the day of receipt,
     * whatever became of the insurer since; those of a suspended one that have no verdict wait until it is resumed.
     *
     * @param only the insurers to work for, in this order
     */
    public CollectReport run(List<Insurer> only) {
        return each(only, settings.insurersAtATime(), this::collectFrom);
    }

    /** Brings one file to its end after an operator's decision, and takes nothing new in. */
    CollectReport finish(InboundFile file, Insurer of) {
        return each(
                List.of(of),
                1,
                insurer -> drops.with(insurer, drop -> {
                    FinishFile.Finished finished = finishFile.finishEach(List.of(file));
                    return new CollectReport(List.of(inbound.get(file.id())), finished.problems());
                }));
    }

    private CollectReport each(List<Insurer> insurers, int atATime, Function<Insurer, CollectReport> work) {
        return perInsurerExecutor
                .of(insurers, atATime, work, (insurer, what) -> CollectReport.problem(insurer.code(), what))
                .stream()
                .reduce(CollectReport.NOTHING, CollectReport::and);
    }

    private CollectReport collectFrom(Insurer insurer) {
        if (!insurer.isActive() && inbound.unfinished(insurer.code()).stream().allMatch(finishFile::waits)) {
            return CollectReport.NOTHING;
        }
        if (certificates.recipientsOf(insurer.code()).isEmpty()) {
            return CollectReport.problem(insurer.code(), NoCertificateException.message(insurer.code()));
        }
        return drops.with(insurer, drop -> collectFromDrop.collect(insurer, drop));
    }
}
