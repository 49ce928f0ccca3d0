package jinbo.participant.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.reference.business.LineCode;

/** An insurer, even one that has left; {@code id} is the small number that stands for it in large tables. */
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

    public List<LineParticipation> linesOn(LocalDate day) {
        return lines.stream().filter(line -> line.holds(day)).toList();
    }

    /** The lines that it sells and that are open on the day: registrations for the insurer are possible in these. */
    public List<LineParticipation> openLinesOn(LocalDate day) {
        return linesOn(day).stream().filter(line -> line.line().isOpenOn(day)).toList();
    }

    /** The insurer in one line; empty if it has never sold the line and is not going to. */
    public Optional<LineParticipation> in(LineCode code) {
        return lines.stream().filter(line -> line.code().equals(code)).findFirst();
    }

    /** True if files are exchanged with it: it is not suspended and has not left. */
    public boolean isActive() {
        return standing.isActive();
    }

    /** Since when it is suspended: its uploads are not fetched, those without verdict wait, and it gets no lists. */
    public Optional<Instant> suspendedAt() {
        return standing.suspendedAt();
    }

    public Optional<InsurerStatus.Departure> departure() {
        return standing.departure();
    }

    public Agreements agreements() {
        return standing.agreements();
    }
}
