/** The job {@code collect-uploads}: fetches, ingests, answers and archives insurers' uploads. */
@NamedInterface("collect")
@NullMarked
package jinbo.batch.collect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
