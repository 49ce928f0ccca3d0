package jinbo.accesslog;

import org.springframework.stereotype.Component;

/** Compares with the entries what is noted beside them: which wait for their places, and which accesses have not ended. */
@Component
record CheckPendingWork(PendingWork notes) {

    /** @throws LogFindingException if an entry will have no place, or two */
    void checkPendingEntries() {
        notes.findUnplaced().ifPresent(id -> {
            throw new LogFindingException(Alarm.Kind.ENTRY_OUTSIDE, "the entry with the id " + id);
        });
        notes.findAlreadyPlaced().ifPresent(id -> {
            throw new LogFindingException(
                    Alarm.Kind.ENTRY_OUTSIDE, "the entry with the id " + id + ", which has a place");
        });
    }

    /** @throws LogFindingException if an access without result is not noted, or another one is */
    void checkOpenAccesses() {
        notes.findWronglyOpen().ifPresent(id -> {
            throw new LogFindingException(Alarm.Kind.OPEN_ACCESSES_WRONG, "the intent with the id " + id);
        });
    }
}
