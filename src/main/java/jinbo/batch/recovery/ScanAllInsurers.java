package jinbo.batch.recovery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.batch.Drops;
import jinbo.batch.PerInsurerExecutor;
import jinbo.batch.Remark;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import org.springframework.stereotype.Component;

/**
 * Looks at every insurer for what no record knows, before anything is made from the registry: acts that one insurer's upload
 * brought are missing from everybody's list.
 */
@Component
public class ScanAllInsurers {

    private final Insurers insurers;
    private final PerInsurerExecutor eachInsurer;
    private final Drops drops;
    private final ScanForUnrecordedFiles lookForLosses;
    private final FindRestoreEvidence corroborate;

    ScanAllInsurers(
            Insurers insurers,
            PerInsurerExecutor eachInsurer,
            Drops drops,
            ScanForUnrecordedFiles lookForLosses,
            FindRestoreEvidence corroborate) {
        this.insurers = insurers;
        this.eachInsurer = eachInsurer;
        this.drops = drops;
        this.lookForLosses = lookForLosses;
        this.corroborate = corroborate;
    }

    /**
     * Looks at the spool for all, and at the drops of those that take part; nothing is asked of an insurer that is suspended or has left.
     *
     * @param atATime at how many drops side by side
     */
    public InsurerScanResult look(int atATime) {
        return look(atATime, Set.of());
    }

    /**
     * The same before work for some of them, which goes on with the sessions: {@link Drops#visitFirst}.
     *
     * @param worked those that are worked for right after
     */
    public InsurerScanResult look(int atATime, Set<InsurerCode> worked) {
        List<Insurer> all = insurers.all();
        Map<InsurerCode, String> problems = new HashMap<>();
        eachInsurer
                .withoutLease(
                        all,
                        atATime,
                        insurer -> look(insurer, worked.contains(insurer.code())),
                        (insurer, what) -> Optional.of(new Remark(insurer.code(), what)))
                .forEach(remark -> remark.ifPresent(found -> problems.put(found.insurer(), found.what())));
        return new InsurerScanResult(corroborate.open(), problems);
    }

    /** Why an insurer gets no list by now, by what looks of any process have shown; asks no drop. */
    public Optional<String> publishingStopped(InsurerCode insurer) {
        return new InsurerScanResult(corroborate.open(), Map.of()).whyNot(insurer);
    }

    private Optional<Remark> look(Insurer insurer, boolean worked) {
        lookForLosses.lookAtSpool(insurer.code());
        if (insurer.isActive() && worked) {
            drops.visitFirst(insurer, drop -> lookForLosses.look(insurer.code(), drop));
        } else if (insurer.isActive()) {
            drops.visit(insurer, drop -> lookForLosses.look(insurer.code(), drop));
        }
        return Optional.empty();
    }
}
