package jinbo.job.lost;

import java.util.Map;
import java.util.Optional;
import jinbo.insurer.InsurerCode;
import jinbo.restoration.Restoration;

/**
 * What a look at all insurers has shown.
 *
 * @param open the restoration that is not settled, if there is one
 * @param notSeen the insurers that could not be looked at, and why
 */
public record LookedAtAll(Optional<Restoration> open, Map<InsurerCode, String> notSeen) {

    public LookedAtAll {
        notSeen = Map.copyOf(notSeen);
    }

    /** Why nothing is published, if a restoration is open: what was seen first, and what to do. */
    public Optional<String> publishingStopped() {
        return open.map(restoration -> "nothing is published: " + restoration.seen() + " of " + restoration.insurer()
                + " is known by no record, so the database has come back from an older back-up and its lists would release"
                + " people who had been promised quiet; see \"lost list\", take the uploads in again with \"lost take-in\","
                + " and then \"lost settle\"");
    }
}
