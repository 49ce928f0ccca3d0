/**
 * Files of this machine: bytes come in and become whole and durable before anybody sees the file, closed to everybody
 * but its owner; hashes go out. It does not know what a file holds. Every area may call it.
 */
@NamedInterface("files")
@NullMarked
package jinbo.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
