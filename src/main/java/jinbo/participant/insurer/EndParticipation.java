package jinbo.participant.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jinbo.reference.business.LineCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What ends for an insurer: its agreements, which may be signed anew, or its taking part, which is for good, with or without
 * another insurer that takes its place.
 */
@Component
public class EndParticipation {

    private final Insurers insurers;
    private final InsurerStatusHistory standings;

    EndParticipation(Insurers insurers, InsurerStatusHistory standings) {
        this.insurers = insurers;
        this.standings = standings;
    }

    /**
     * Whether the agreements of an insurer could end on a day.
     *
     * @throws InsurerException if it has left
     * @throws InsurerException if there are none, or they end no later anyway: an end never brings into force again
     *     what has ended
     */
    public Insurer requireEnd(InsurerCode code, LocalDate on) {
        Insurer insurer = insurers.requireActive(code);
        Agreements agreements = insurer.agreements();
        if (!agreements.areSigned()
                || agreements.endOn().filter(end -> !on.isBefore(end)).isPresent()) {
            throw agreements
                    .endOn()
                    .map(end -> new InsurerException(InsurerError.AGREEMENTS_END_ALREADY, code, end))
                    .orElseGet(() -> new InsurerException(InsurerError.AGREEMENTS_NOT_SIGNED, code));
        }
        return insurer;
    }

    /**
     * Ends the agreements of an insurer: from a day on it gets no list.
     *
     * @param on the first day on which they hold no longer; one that is over counts from now on
     * @param reason why, without phone numbers
     * @throws InsurerException as {@link #requireEnd}
     */
    @Transactional
    public Insurer lapse(InsurerCode code, LocalDate on, String reason, Instant at) {
        insurers.lock(code);
        standings.change(requireEnd(code, on), InsurerStatusEvent.lapsed(at, on, reason));
        return insurers.get(code);
    }

    /** @throws InsurerException if it has left already */
    public Insurer requireTakingPart(InsurerCode code) {
        return insurers.requireActive(code);
    }

    /**
     * An insurer leaves: nothing is exchanged with it from now on. What it had sent before is still brought to its end.
     *
     * @throws InsurerException if it has left already
     */
    @Transactional
    public Insurer leave(InsurerCode code, LocalDate on, String reason, Instant at) {
        Insurer leaving = insurers.lockActive(code);
        standings.change(leaving, InsurerStatusEvent.left(at, on, reason));
        return insurers.get(code);
    }

    /**
     * Whether an insurer could be succeeded by another.
     *
     * @return the one that would leave
     * @throws InsurerException if it has a successor already
     * @throws InsurerException if the other is the same, lacks a line of this one's, is suspended, or has left
     */
    public Insurer requireSuccessor(InsurerCode code, InsurerCode successor) {
        Insurer leaving = insurers.get(code);
        Insurer next = insurers.get(successor);
        leaving.departure()
                .filter(departure -> departure.successor().isPresent())
                .ifPresent(departure -> {
                    throw InsurerException.left(code, departure);
                });
        if (code.equals(successor)) {
            throw new InsurerException(InsurerError.SUCCEEDS_ITSELF, code);
        }
        List<LineCode> lacking = leaving.lines().stream()
                .map(LineParticipation::code)
                .filter(line -> next.in(line).isEmpty())
                .toList();
        if (!lacking.isEmpty()) {
            throw new InsurerException(InsurerError.SUCCESSOR_LACKS_LINES, code, successor, lacking);
        }
        if (!next.isActive()) {
            throw new InsurerException(
                    next.departure().isPresent()
                            ? InsurerError.SUCCESSOR_HAS_LEFT
                            : InsurerError.SUCCESSOR_IS_SUSPENDED,
                    code,
                    successor);
        }
        return leaving;
    }

    /**
     * An insurer is succeeded by another one, and leaves, if it has not done so before. There is never a circle: who succeeds
     * takes part, who is succeeded does not, and nobody comes back.
     *
     * @throws InsurerException as {@link #requireSuccessor}
     */
    @Transactional
    public Insurer succeed(InsurerCode code, InsurerCode successor, LocalDate on, String reason, Instant at) {
        insurers.lock(code, successor);
        Insurer leaving = requireSuccessor(code, successor);
        standings.change(leaving, InsurerStatusEvent.succeeded(at, on, successor, reason));
        return insurers.get(code);
    }
}
