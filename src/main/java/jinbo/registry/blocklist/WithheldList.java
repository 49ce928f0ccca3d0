package jinbo.registry.blocklist;

import java.time.Instant;
import jinbo.participant.insurer.InsurerCode;

/**
 * A list that an insurer would have got and did not, for a reason that lies with it. A lapse relieves nobody: what this list
 * would have held counts as told (rule 8).
 *
 * @param publication the run: what the list would have spoken of
 */
public record WithheldList(InsurerCode insurer, Publication publication, Reason reason, Instant at) {

    /** Why an insurer did not get a list; each lies with the insurer itself. */
    public enum Reason {
        SUSPENDED,
        /** It has not signed both agreements, or one of them has not begun. */
        NOT_AGREED,
        LAPSED,
        LEFT
    }
}
