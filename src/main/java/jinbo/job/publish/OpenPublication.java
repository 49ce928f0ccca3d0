package jinbo.job.publish;

import jinbo.blocklist.Publication;
import jinbo.blocklist.SectorLists;
import jinbo.registry.RegistrySnapshot;

/**
 * A run of publishing whose view of the registry is open.
 *
 * @param publication the moment that its lists speak of
 * @param snapshot the registry at that moment
 * @param sectors what insurers without blocks of their own are told then
 * @param full whether all its lists have to be whole ones
 */
record OpenPublication(Publication publication, RegistrySnapshot snapshot, SectorLists sectors, boolean full) {}
