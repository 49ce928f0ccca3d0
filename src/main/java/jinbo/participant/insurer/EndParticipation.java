package jinbo.participant.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jinbo.reference.business.LineCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the agreements of an insurer, which may be signed again, or its participation, which is final, with or without a
 * successor.
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
     * Checks that the agreements of an insurer can end on a day.
     *
     * @throws InsurerException if the insurer has left, has no agreements, or they end no later anyway
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
     * Ends the agreements of an insurer; from that day on it gets no list.
     *
     * @param on first day without agreements; a past day takes effect now
     * @throws InsurerException as {@link #requireEnd}
     */
    @Transactional
    public Insurer lapse(InsurerCode code, LocalDate on, String reason, Instant at) {
        insurers.lock(code);
        standings.change(requireEnd(code, on), InsurerStatusEvent.lapsed(at, on, reason));
        return insurers.get(code);
    }

    public Insurer requireTakingPart(InsurerCode code) {
        return insurers.requireActive(code);
    }

    /**
     * Ends the participation of an insurer: nothing is exchanged from now on, but earlier uploads are still answered.
     *
     * @throws InsurerException if it has already left
     */
    @Transactional
    public Insurer leave(InsurerCode code, LocalDate on, String reason, Instant at) {
        Insurer leaving = insurers.lockActive(code);
        standings.change(leaving, InsurerStatusEvent.left(at, on, reason));
        return insurers.get(code);
    }

    /**
     * Checks that another insurer can succeed an insurer.
     *
     * @return the leaving insurer
     * @throws InsurerException if it has a successor, or if the other is the same, lacks one of its lines, is
     *     suspended, or has left
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
     * Records a successor of an insurer, which leaves if it has not already left. There is never a cycle: a successor
     * participates, a predecessor does not, and no insurer returns.
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
