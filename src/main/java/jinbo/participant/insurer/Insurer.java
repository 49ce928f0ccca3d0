package jinbo.participant.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.reference.business.LineCode;

/**
 * @param id the small number that stands for it in bulk tables
 * @param lines the lines of business in which it takes part, has or will, in order of their codes
 * @param serviceNumber by which consumers know it, if that is recorded
 */
public record Insurer(
        short id,
        InsurerCode code,
        String name,
        List<LineParticipation> lines,
        Optional<ServiceNumber> serviceNumber,
        Instant joinedAt,
        InsurerStatus standing,
        DropLocation drop) {

    public Insurer {
        lines = List.copyOf(lines);
    }

    /** The lines that it sells on a day, in order of their codes. */
    public List<LineParticipation> linesOn(LocalDate day) {
        return lines.stream().filter(line -> line.holds(day)).toList();
    }

    /** The lines that it sells on a day and that are open then, in order of their codes: what can be registered for it. */
    public List<LineParticipation> openLinesOn(LocalDate day) {
        return linesOn(day).stream().filter(line -> line.line().isOpenOn(day)).toList();
    }

    /** The insurer in one line, whether it sells it now or not; empty if it never has and none is recorded. */
    public Optional<LineParticipation> in(LineCode code) {
        return lines.stream().filter(line -> line.code().equals(code)).findFirst();
    }

    /** Whether files are exchanged with it: it is not suspended and has not left. */
    public boolean isActive() {
        return standing.isActive();
    }

    /**
     * Since when it is suspended, if it is: nothing is fetched from it, what was and has no verdict waits, and it
     * gets no list.
     */
    public Optional<Instant> suspendedAt() {
        return standing.suspendedAt();
    }

    /** That it has left, if it has: nothing is exchanged with it any more. */
    public Optional<InsurerStatus.Departure> departure() {
        return standing.departure();
    }

    public Agreements agreements() {
        return standing.agreements();
    }
}
