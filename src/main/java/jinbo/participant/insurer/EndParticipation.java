package jinbo.participant.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerStatusEvent.Kind;
import jinbo.reference.business.LineCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends an insurer's agreements, which may be signed again later, or its participation, which is final. */
@Component
public class EndParticipation {

    private final Insurers insurers;
    private final InsurerStatusHistory history;

    EndParticipation(Insurers insurers, InsurerStatusHistory history) {
        this.insurers = insurers;
        this.history = history;
    }

    /** Throws {@link InsurerException} if the insurer has left, has no agreements, or they end by that day anyway. */
    public Insurer requireEnd(InsurerCode code, LocalDate on) {
        Insurer insurer = insurers.requireNotLeft(code);
        Agreements agreements = insurer.agreements();
        if (!agreements.areSigned()
                || agreements.endOn().filter(end -> !on.isBefore(end)).isPresent()) {
            throw agreements
                    .endOn()
                    .map(end -> new InsurerException(InsurerError.AGREEMENTS_ALREADY_END, code, end))
                    .orElseGet(() -> new InsurerException(InsurerError.AGREEMENTS_NOT_SIGNED, code));
        }
        return insurer;
    }

    /** Ends the agreements from a day on, or from now on if that day has passed. The insurer then gets no lists. */
    @Transactional
    public Insurer lapse(InsurerCode code, LocalDate on, String reason, Instant at) {
        insurers.lock(code);
        history.change(requireEnd(code, on), InsurerStatusEvent.ended(at, Kind.LAPSED, on, Optional.empty(), reason));
        return insurers.get(code);
    }

    /** Lets an insurer leave: nothing is exchanged with it any more, but its earlier uploads are answered. */
    @Transactional
    public Insurer leave(InsurerCode code, LocalDate on, String reason, Instant at) {
        Insurer leaving = insurers.lockNotLeft(code);
        history.change(leaving, InsurerStatusEvent.ended(at, Kind.LEFT, on, Optional.empty(), reason));
        return insurers.get(code);
    }

    /** Returns the leaving insurer. Throws {@link InsurerException} if {@code successor} cannot succeed it. */
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

    /** Records a successor. If the insurer has not left yet, it leaves, so that successions never form a cycle. */
    @Transactional
    public Insurer succeed(InsurerCode code, InsurerCode successor, LocalDate on, String reason, Instant at) {
        insurers.lock(code, successor);
        Insurer leaving = requireSuccessor(code, successor);
        history.change(leaving, InsurerStatusEvent.ended(at, Kind.SUCCEEDED, on, Optional.of(successor), reason));
        return insurers.get(code);
    }
}
