package jinbo.accesslog;

import org.springframework.stereotype.Component;

/** Compares with the entries what is noted beside them: which wait for their places, and which accesses have not ended. */
@Component
class CheckNotes {

    private final WorkNotes notes;

    CheckNotes(WorkNotes notes) {
        this.notes = notes;
    }

    /** @throws FoundException if an entry will have no place, or two */
    void allWillHaveOnePlace() {
        notes.lost().ifPresent(id -> {
            throw new FoundException(AlarmKind.ENTRY_OUTSIDE, "the entry with the id " + id);
        });
        notes.placedAndWaiting().ifPresent(id -> {
            throw new FoundException(AlarmKind.ENTRY_OUTSIDE, "the entry with the id " + id + ", which has a place");
        });
    }

    /** @throws FoundException if an access without result is not noted, or another one is */
    void openAreWithoutResult() {
        notes.wronglyOpen().ifPresent(id -> {
            throw new FoundException(AlarmKind.OPEN_ACCESSES_WRONG, "the intent with the id " + id);
        });
    }
}
