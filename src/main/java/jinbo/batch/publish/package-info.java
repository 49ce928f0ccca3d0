/**
 * Publishing: a run takes one view of the registry for all its lists, and the job {@code publish-block-list} seals one insurer's; when
 * the view is closed, the job {@code deliver-block-list} delivers it, and after it its manifest.
 */
@NamedInterface("publish")
@NullMarked
package jinbo.batch.publish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
