package jinbo.insurer;

import java.time.Instant;
import java.util.Optional;

/**
 * A member company as it stands now.
 *
 * @param id the small number that stands for it in bulk tables
 * @param code its short name in files and commands
 * @param name its full name, for people
 * @param sector its line of business
 * @param joinedAt since when it takes part
 * @param suspendedAt since when it is suspended, if it is: nothing new is fetched from it and it gets no list
 * @param agreements what it has signed
 * @param drop where its files are exchanged
 */
public record Insurer(
        short id,
        InsurerCode code,
        String name,
        Sector sector,
        Instant joinedAt,
        Optional<Instant> suspendedAt,
        Agreements agreements,
        DropLocation drop) {

    /** Whether files are exchanged with it. */
    public boolean isActive() {
        return suspendedAt.isEmpty();
    }
}
