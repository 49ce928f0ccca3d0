package jinbo.batch.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.batch.RunId;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;

/** What a run must do; work done since {@code resumedSince}, when its first attempt began, is not repeated. */
public record RunRequest(RunId id, Optional<Set<InsurerCode>> only, Optional<Instant> resumedSince) {

    List<Insurer> among(List<Insurer> all) {
        return all.stream()
                .filter(insurer -> only.isEmpty() || only.get().contains(insurer.code()))
                .toList();
    }
}
