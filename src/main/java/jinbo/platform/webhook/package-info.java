/**
 * Sends signed HTTP requests and verifies signatures, according to <a href="https://www.standardwebhooks.com">Standard
 * Webhooks</a>.
 */
@NamedInterface("webhook")
@NullMarked
package jinbo.platform.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
