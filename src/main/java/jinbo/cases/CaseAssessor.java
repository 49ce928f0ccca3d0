package jinbo.cases;

import java.util.Optional;
import java.util.Set;
import jinbo.accesslog.Actor;

/** Puts together what was known to whom and when of the call that a case is about, so that people can decide on it. */
public interface CaseAssessor {

    /**
     * @param proposed what the rule proposes; empty if it cannot
     * @param sha256 of the evidence, 64 lower-case hex digits
     */
    record Weighed(Optional<CaseRuling> proposed, Set<ViolationGround> grounds, String sha256) {}

    /**
     * Weighs a case as it stands now; an access to its number.
     *
     * @param purpose why, without numbers
     * @throws CaseException if there is none
     */
    Weighed weigh(CaseNumber number, Actor actor, String purpose);
}
