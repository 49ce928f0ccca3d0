/**
 * The job {@code erase-ended}: numbers whose blocks ended long ago come in, page by page; keyed hashes in their place
 * go out, and keys of past years are destroyed. Each page is one transaction under the registry lock. Schedule and
 * command line may call it.
 */
@NamedInterface("erase")
@NullMarked
package jinbo.batch.erase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
