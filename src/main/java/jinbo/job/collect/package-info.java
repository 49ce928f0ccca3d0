/**
 * The job {@code collect-uploads}: a file from a drop is fetched, taken in, answered, delivered and archived, one
 * execution a file.
 */
@NamedInterface("collect")
@NullMarked
package jinbo.job.collect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
