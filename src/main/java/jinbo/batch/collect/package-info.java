/**
 * The job {@code collect-uploads}: fetches files from {@code upload/} of each drop, ingests, answers and archives them.
 */
@NamedInterface("collect")
@NullMarked
package jinbo.batch.collect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
