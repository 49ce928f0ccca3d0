package jinbo.job.publish;

import jinbo.blocklist.Publication;
import jinbo.registry.RegistrySnapshot;

/**
 * A run of publishing whose view of the registry is open.
 *
 * @param publication the moment that its lists speak of
 * @param snapshot the registry at that moment
 * @param full whether all its lists have to be whole ones
 */
record OpenPublication(Publication publication, RegistrySnapshot snapshot, boolean full) {}
