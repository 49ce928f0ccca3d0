/**
 * The job {@code publish-block-lists}: makes all lists of a run from one snapshot of the registry, and delivers them.
 */
@NamedInterface("publish")
@NullMarked
package jinbo.batch.publish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
