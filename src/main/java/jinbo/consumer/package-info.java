/**
 * All that a consumer may do: prove by a code that a number is theirs, look at what is registered of it, choose, cancel, hold a
 * confirmation, and complain about a call. Reminds them before a block ends, with a link that renews it. Decides who is believed and
 * how often may be asked; knows no web page.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "crashpoint",
            "registry",
            "cases",
            "insurer",
            "exchange",
            "mobile",
            "workday",
            "sms",
            "tlog",
            "disk",
            "home"
        })
@NullMarked
package jinbo.consumer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
