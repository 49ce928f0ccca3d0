package jinbo.participant.staff;

import jinbo.accesslog.Actor;

/**
 * On whose word a command is carried out.
 *
 * @param actor as the access log tells it
 * @param people how many people there were when that was judged
 * @param takesSecond whether the command is not carried out yet, but asked for
 */
public record Authorization(Actor actor, int people, boolean needsSecondPerson) {

    /** Whether each decision that takes two has entries of its own in the access log: as soon as there are people. */
    public boolean isRecorded() {
        return people > 0;
    }
}
