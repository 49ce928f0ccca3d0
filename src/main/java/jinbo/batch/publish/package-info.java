/** The job {@code publish-block-lists}: makes and delivers all lists of a run from one registry snapshot. */
@NamedInterface("publish")
@NullMarked
package jinbo.batch.publish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
