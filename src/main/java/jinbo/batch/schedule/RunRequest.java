package jinbo.batch.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.batch.RunId;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;

/**
 * @param id identifies it; another node that goes on with it has the same
 * @param only the insurers to work for; all if empty
 * @param resumedSince when the first run of this due moment began, if this is not it: what was done since is not done again
 */
public record RunRequest(RunId id, Optional<Set<InsurerCode>> only, Optional<Instant> resumedSince) {

    /** Those of the insurers that it is for. */
    List<Insurer> among(List<Insurer> all) {
        return all.stream()
                .filter(insurer -> only.isEmpty() || only.get().contains(insurer.code()))
                .toList();
    }
}
