/**
 * The job {@code publish-block-lists}: one snapshot of the registry comes in for all lists of a run; sealed lists and
 * then their manifests go out to the drops. No snapshot is open while a server is waited for. Schedule, command line
 * and demo may call it.
 */
@NamedInterface("publish")
@NullMarked
package jinbo.batch.publish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
