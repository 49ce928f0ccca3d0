package jinbo.cases;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jinbo.accesslog.Actor;
import org.springframework.stereotype.Component;

/** Evidence that a test has said beforehand, for every process that it opens; else a violation of a block. */
@Component
public final class FakeEvidence implements WeighedCases {

    private static final Map<CaseNumber, Weighed> SAID = new ConcurrentHashMap<>();

    /** What the evidence of a case comes to from now on. */
    public static void is(CaseNumber number, Optional<CaseFinding> proposed, String digit) {
        SAID.put(number, new Weighed(proposed, EnumSet.noneOf(Ground.class), digit.repeat(64)));
    }

    @Override
    public Weighed weigh(CaseNumber number, Actor actor, String purpose) {
        return SAID.getOrDefault(
                number, new Weighed(Optional.of(CaseFinding.VIOLATION), EnumSet.of(Ground.BLOCK), "a".repeat(64)));
    }
}
