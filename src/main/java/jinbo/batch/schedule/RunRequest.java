package jinbo.batch.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.batch.RunId;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;

/** What a job must run: for whom, and since when the run is resumed; work that was done since then is not repeated. */
public record RunRequest(RunId id, Optional<Set<InsurerCode>> only, Optional<Instant> resumedSince) {

    List<Insurer> among(List<Insurer> all) {
        return all.stream()
                .filter(insurer -> only.isEmpty() || only.get().contains(insurer.code()))
                .toList();
    }
}
