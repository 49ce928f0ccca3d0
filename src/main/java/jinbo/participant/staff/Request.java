package jinbo.participant.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A request: an operation of one person that waits, or has waited, for a second person. */
public record Request(
        long id,
        List<String> words,
        Optional<String> operation,
        Duty duty,
        List<StoredFile> files,
        Optional<String> reason,
        PersonName requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        Optional<Decision> decision,
        Optional<Result> result) {

    public record Decision(boolean confirmed, PersonName by, Optional<String> reason, Instant at) {}

    /** @param outcome {@code DONE}, {@code INCOMPLETE} or {@code FAILED} */
    public record Result(State outcome, Optional<String> detail, Instant at) {}

    public State state(Instant now) {
        if (decision.isEmpty()) {
            return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
        }
        if (!decision.get().confirmed()) {
            return State.REFUSED;
        }
        return result.map(Result::outcome).orElse(State.UNFINISHED);
    }

    public String commandLine() {
        return String.join(" ", words);
    }

    /** @param argument index of the file in the operation, from 0 */
    public record StoredFile(int argument, String name, long size, String sha256) {}

    public enum State {
        OPEN,
        EXPIRED,
        /** Refused by the second person, or withdrawn by its author. */
        REFUSED,
        /** Confirmed, but without a recorded result: it is being carried out, or the program has died meanwhile. */
        UNFINISHED,
        DONE,
        INCOMPLETE,
        FAILED
    }
}
