/**
 * Publishing: a run takes one view of the registry for all its lists, and the job {@code publish-block-list} makes one
 * insurer's list: sealed, delivered, its manifest delivered.
 */
@NamedInterface("publish")
@NullMarked
package jinbo.job.publish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
