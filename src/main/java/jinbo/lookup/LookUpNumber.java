package jinbo.lookup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.insurer.Insurer;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Insurers;
import jinbo.mobile.Mobile;
import jinbo.registry.NumberHistory;
import org.springframework.stereotype.Component;

/** Says what counted for a number at some moment; that is itself an access to the number. */
@Component
public class LookUpNumber {

    private final AnnouncedLookUp lookUp;
    private final AnswerForInsurer answers;
    private final Insurers insurers;
    private final Clock clock;

    LookUpNumber(AnnouncedLookUp lookUp, AnswerForInsurer answers, Insurers insurers, Clock clock) {
        this.lookUp = lookUp;
        this.answers = answers;
        this.insurers = insurers;
        this.clock = clock;
    }

    /**
     * Looks it up.
     *
     * @param insurer who is asked about; if empty, every insurer
     * @param at the moment; if empty, now
     * @param reason why, without numbers
     * @throws jinbo.insurer.InsurerException.Unknown if there is no such insurer; nothing is read
     * @throws TimeAheadException if the moment has not come; nothing is read
     */
    public NumberLookup of(
            Mobile mobile, Optional<InsurerCode> insurer, Optional<Instant> at, Actor actor, String reason) {
        Instant now = clock.instant();
        Instant moment = at.orElse(now);
        if (moment.isAfter(now)) {
            throw new TimeAheadException(moment, now);
        }
        List<Insurer> asked = insurer.map(code -> List.of(insurers.get(code))).orElseGet(insurers::all);
        return lookUp.of(mobile, insurer, actor, reason, history -> answer(history, asked, moment));
    }

    private NumberLookup answer(NumberHistory history, List<Insurer> asked, Instant moment) {
        boolean known =
                history.acts().stream().anyMatch(act -> !act.registered().at().isAfter(moment));
        return new NumberLookup(
                moment,
                known ? NumberLookup.Knowledge.KNOWN : NumberLookup.Knowledge.UNKNOWN,
                asked.stream().map(one -> answers.of(one, history, moment)).toList());
    }
}
