/** The job {@code collect-uploads}: fetches insurers' uploads from their drops, ingests, answers and archives them. */
@NamedInterface("collect")
@NullMarked
package jinbo.batch.collect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
