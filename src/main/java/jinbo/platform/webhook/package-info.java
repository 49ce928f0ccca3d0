/**
 * Messages come in; they go out as requests that are signed with a shared secret, the form of
 * <a href="https://www.standardwebhooks.com">Standard Webhooks</a>, and what the receiver makes of them comes back. It
 * does not know what a message says. Gateways of short messages and notifications may call it.
 */
@NamedInterface("webhook")
@NullMarked
package jinbo.platform.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
