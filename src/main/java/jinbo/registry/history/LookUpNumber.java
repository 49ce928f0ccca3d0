package jinbo.registry.history;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DestroyedSubjectKeys;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.platform.error.CodedException;
import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;

/** Looks up the blocks of a number at a moment, and whether insurers had been notified; logged as an access. */
@Component
public record LookUpNumber(
        LookupAccessTemplate lookUp,
        LookUpForInsurer answers,
        Insurers insurers,
        DestroyedSubjectKeys destroyed,
        Clock clock) {

    /**
     * Looks up a number.
     *
     * @param insurer empty for all insurers
     * @param at empty for now
     * @param reason for the access log; must not contain a phone number
     * @throws jinbo.participant.insurer.InsurerException if there is no such insurer
     * @throws HistoryException if the moment is in the future
     */
    public NumberLookup of(
            Mobile mobile, Optional<InsurerCode> insurer, Optional<Instant> at, Actor actor, String reason) {
        Instant now = clock.instant();
        Instant moment = at.orElse(now);
        if (moment.isAfter(now)) {
            throw new HistoryException(HistoryError.TIME_AHEAD, inBeijing(moment), inBeijing(now));
        }
        List<Insurer> lookedUp =
                insurer.map(code -> List.of(insurers.get(code))).orElseGet(insurers::all);
        return lookUp.of(mobile, insurer, actor, reason, found -> answer(found, lookedUp, moment));
    }

    private NumberLookup answer(LookupAccessTemplate.Found found, List<Insurer> lookedUp, Instant moment) {
        NumberKnowledge knowledge = found.knowledge(moment);
        return new NumberLookup(
                moment,
                knowledge,
                destroyed.years().stream().sorted().toList(),
                knowledge == NumberKnowledge.ERASED
                        ? List.of()
                        : lookedUp.stream()
                                .flatMap(insurer -> insurer.lines().stream())
                                .map(insurer -> answers.of(insurer, found.history(), moment))
                                .toList());
    }

    private static OffsetDateTime inBeijing(Instant instant) {
        return instant.atZone(BusinessTime.ZONE).toOffsetDateTime();
    }

    public static final class HistoryException extends CodedException {

        HistoryException(HistoryError error, Object... facts) {
            super(error, facts);
        }
    }

    public enum HistoryError implements ErrorCode {
        /** For a moment in the future, because a consumer can still register another choice until then. */
        TIME_AHEAD;

        @Override
        public ErrorType type() {
            return new ErrorType(name(), 422);
        }
    }
}
