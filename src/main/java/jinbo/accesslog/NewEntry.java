package jinbo.accesslog;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An entry that is about to be written.
 *
 * @param at when
 * @param phase intent, result or refusal
 * @param intent for a result, the id of its intent
 * @param access what is announced
 * @param outcome for a result or refusal, what came of it
 * @param result for a result, all of it
 */
record NewEntry(
        Instant at,
        EntryPhase phase,
        OptionalLong intent,
        Access access,
        Optional<String> outcome,
        Optional<AccessResult> result) {

    static NewEntry intent(Instant at, Access access) {
        return new NewEntry(at, EntryPhase.INTENT, OptionalLong.empty(), access, Optional.empty(), Optional.empty());
    }

    static NewEntry result(Instant at, long intent, Access access, AccessResult result) {
        return new NewEntry(
                at,
                EntryPhase.RESULT,
                OptionalLong.of(intent),
                access,
                Optional.of(result.outcome()),
                Optional.of(result));
    }

    static NewEntry refusal(Instant at, Access access, String reason) {
        return new NewEntry(
                at, EntryPhase.REFUSAL, OptionalLong.empty(), access, Optional.of(reason), Optional.empty());
    }
}
