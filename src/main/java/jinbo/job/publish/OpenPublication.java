package jinbo.job.publish;

import jinbo.accesslog.SharedAccess;
import jinbo.blocklist.Publication;
import jinbo.blocklist.SectorDeltas;
import jinbo.blocklist.SectorLists;
import jinbo.registry.RegistrySnapshot;

/**
 * A run of publishing whose view of the registry is open.
 *
 * @param publication the moment that its lists speak of
 * @param snapshot the registry at that moment
 * @param reading the access under which it is read for all lists
 * @param sectors what insurers without blocks of their own are told then
 * @param deltas what has changed until then
 * @param full whether all its lists have to be whole ones
 */
record OpenPublication(
        Publication publication,
        RegistrySnapshot snapshot,
        SharedAccess reading,
        SectorLists sectors,
        SectorDeltas deltas,
        boolean full) {}
