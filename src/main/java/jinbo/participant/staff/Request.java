package jinbo.participant.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A command that was asked for by one person and waits, or waited, for a second person.
 *
 * @param id its number
 * @param words the command as it is shown, word by word
 * @param operation what is carried out, as JSON
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
        Optional<String> operation,
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
    public record Result(State outcome, Optional<String> detail, Instant at) {}

    /** How it stands at an instant. */
    public State state(Instant now) {
        if (decision.isEmpty()) {
            return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
        }
        if (!decision.get().confirmed()) {
            return State.REFUSED;
        }
        return result.map(Result::outcome).orElse(State.UNFINISHED);
    }

    /** The command in one line. */
    public String commandLine() {
        return String.join(" ", words);
    }

    /**
     * A file that was named in a request, as its bytes were then.
     *
     * @param argument which argument of the command named it, from 0
     * @param name what it was called
     * @param size in bytes
     * @param sha256 of its bytes, 64 hexadecimal digits
     */
    public record StoredFile(int argument, String name, long size, String sha256) {}

    /** How a request stands. */
    public enum State {
        /** It waits for a second person. */
        OPEN,
        /** Nobody confirmed it in time. */
        EXPIRED,
        /** It was refused, or withdrawn by who asked for it. */
        REFUSED,
        /** It is confirmed, and whether it has been carried out is not recorded: it is under way, or the program ended in between. */
        UNFINISHED,
        /** It was carried out. */
        DONE,
        /** It was carried out in part. */
        INCOMPLETE,
        /** It could not be carried out. */
        FAILED
    }
}
