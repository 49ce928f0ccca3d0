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
        return open.filter(Recovery::stopsAll)
                .map(restoration -> "nothing is published: " + seen(restoration)
                        + ", so the database has come back from an older back-up and its lists would release"
                        + " people who had been promised quiet; see \"lost list\", take the uploads in again with \"lost take-in\","
                        + " and then \"lost settle\"");
    }

    /** Why an insurer gets no list: nobody does, its own drop could not be looked at, or it holds what no record knows. */
    public Optional<String> whyNot(InsurerCode insurer) {
        return publishingStopped()
                .or(() -> Optional.ofNullable(notSeen.get(insurer)))
                .or(() -> open.filter(restoration -> restoration.stops(insurer))
                        .map(restoration -> "no list is published for it: " + seen(restoration)
                                + ", and nothing else shows that the database is older; see \"lost list\", find out with the"
                                + " insurer who has put it there, take uploads in again with \"lost take-in\" if it is ours, and"
                                + " then \"lost settle\""));
    }

    private static String seen(Recovery restoration) {
        return restoration.seen() + " of " + restoration.insurer() + " is known by no record";
    }
}
