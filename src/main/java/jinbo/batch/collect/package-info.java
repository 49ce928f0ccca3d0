/** The job {@code collect-uploads}: fetches the uploads of insurers, ingests them, answers them and archives them. */
@NamedInterface("collect")
@NullMarked
package jinbo.batch.collect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
