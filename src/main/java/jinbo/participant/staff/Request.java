package jinbo.participant.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A command that was asked for by one person and waits, or waited, for a second person.
 *
 * @param words the command as it is shown, word by word
 * @param operation what is carried out, as JSON
 */
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

    /** @param outcome done, incomplete or failed */
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

    /**
     * A file that was named in a request, as its bytes were then.
     *
     * @param argument which argument of the command named it, from 0
     */
    public record StoredFile(int argument, String name, long size, String sha256) {}

    public enum State {
        OPEN,
        EXPIRED,
        /** It was refused, or withdrawn by who asked for it. */
        REFUSED,
        /** It is confirmed, and whether it has been carried out is not recorded: it is under way, or the program ended in between. */
        UNFINISHED,
        DONE,
        INCOMPLETE,
        FAILED
    }
}
