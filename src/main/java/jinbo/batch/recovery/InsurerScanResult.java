package jinbo.batch.recovery;

import java.util.Map;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;

/**
 * What a look at all insurers has shown.
 *
 * @param open the restoration that is not settled, if there is one
 * @param notSeen the insurers that could not be looked at, and why
 */
public record InsurerScanResult(Optional<Recovery> open, Map<InsurerCode, String> notSeen) {

    public InsurerScanResult {
        notSeen = Map.copyOf(notSeen);
    }

    /** Why nothing is published for anybody: what was seen first, and what to do. */
    public Optional<String> publishingStopped() {
        return open.filter(Recovery::stopsAllPublishing)
                .map(recovery -> "nothing is published: " + seen(recovery)
                        + ", so the database has come back from an older back-up and its lists would release"
                        + " people who had been promised quiet; see \"lost list\", take the uploads in again with \"lost take-in\","
                        + " and then \"lost settle\"");
    }

    /** Why an insurer gets no list: nobody does, its own drop could not be looked at, or it holds what no record knows. */
    public Optional<String> blockedReason(InsurerCode insurer) {
        return publishingStopped()
                .or(() -> Optional.ofNullable(notSeen.get(insurer)))
                .or(() -> open.filter(recovery -> recovery.stopsPublishingFor(insurer))
                        .map(recovery -> "no list is published for it: " + seen(recovery)
                                + ", and nothing else shows that the database is older; see \"lost list\", find out with the"
                                + " insurer who has put it there, take uploads in again with \"lost take-in\" if it is ours, and"
                                + " then \"lost settle\""));
    }

    private static String seen(Recovery recovery) {
        return recovery.seen() + " of " + recovery.insurer() + " is known by no record";
    }
}
