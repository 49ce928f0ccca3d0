package jinbo.participant.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A command that was asked for by one person and waits, or waited, for another's word.
 *
 * @param id its number
 * @param words the command as it was typed, word by word
 * @param duty what it asks of both
 * @param files the files named in it
 * @param reason why, as who asked for it says
 * @param requestedBy who
 * @param requestedAt when
 * @param expiresAt until when it can be confirmed
 * @param decision what the second person said, if it did
 * @param result what came of it, if that is recorded
 */
public record Request(
        long id,
        List<String> words,
        Duty duty,
        List<StoredFile> files,
        Optional<String> reason,
        PersonName requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        Optional<Decision> decision,
        Optional<Result> result) {

    /**
     * What the second person said.
     *
     * @param confirmed whether it is to be carried out
     * @param by who
     * @param reason why not
     * @param at when
     */
    public record Decision(boolean confirmed, PersonName by, Optional<String> reason, Instant at) {}

    /**
     * What came of it.
     *
     * @param outcome done, incomplete or failed
     * @param detail what went wrong
     * @param at when
     */
    public record Result(RequestState outcome, Optional<String> detail, Instant at) {}

    /** How it stands at an instant. */
    public RequestState state(Instant now) {
        if (decision.isEmpty()) {
            return now.isBefore(expiresAt) ? RequestState.OPEN : RequestState.EXPIRED;
        }
        if (!decision.get().confirmed()) {
            return RequestState.REFUSED;
        }
        return result.map(Result::outcome).orElse(RequestState.UNFINISHED);
    }

    /** The command in one line. */
    public String commandLine() {
        return String.join(" ", words);
    }
}
