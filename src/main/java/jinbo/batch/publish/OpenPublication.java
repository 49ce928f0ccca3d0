package jinbo.batch.publish;

import jinbo.accesslog.SharedAccess;
import jinbo.exchange.format.Manifest;
import jinbo.registry.RegistrySnapshot;
import jinbo.registry.blocklist.Publication;
import jinbo.registry.blocklist.SharedDeltas;
import jinbo.registry.blocklist.SharedLists;

/** @param lists what insurers without blocks of their own are told then */
record OpenPublication(
        Publication publication,
        RegistrySnapshot snapshot,
        SharedAccess reading,
        SharedLists lists,
        SharedDeltas deltas,
        PublishOptions order) {

    /**
     * Whether an insurer whose last list this is needs none of this run: another process took its view later and was here
     * first, and a list from ours would lead the insurer back; or it is the one that the run goes on with.
     */
    boolean isBehind(Manifest last) {
        return last.revision() > publication.revision()
                || last.asOf().isAfter(publication.asOf())
                || order.isDoneBy(last);
    }
}
