/**
 * The question that an auditor asks of one number: could an insurer call it for sales at some moment, by which act, and which
 * list had told it. Answered from history, never from blocks, so that it can be asked for the past. Joins what the registry,
 * the uploads and the lists know; reads no table itself and keeps nothing.
 */
@ApplicationModule(
        allowedDependencies = {
            "accesslog",
            "registry",
            "blocklist",
            "inbound",
            "exchange",
            "insurer",
            "mobile",
            "workday"
        })
@NullMarked
package jinbo.lookup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
