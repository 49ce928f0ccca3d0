/** Local files that appear complete and durable, for their owner only; and hashes. */
@NamedInterface("files")
@NullMarked
package jinbo.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
