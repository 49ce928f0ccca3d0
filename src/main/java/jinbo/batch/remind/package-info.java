/**
 * The job {@code remind-consumers}: blocks that end soon come in; a short message to the holder of each number goes
 * out. What is sent and recorded is decided in {@code consumer}. Schedule and command line may call it.
 */
@NamedInterface("remind")
@NullMarked
package jinbo.batch.remind;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
