package jinbo.batch;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.PendingFetches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts in order what a process that is dead has left of an insurer, before anything else is done under a lease that was just
 * taken: accesses that it announced, fetches and drafts that it broke off. Its executions are {@link JobRuns}'.
 */
@Component
record CleanUpAbandonedWork(AccessLog accessLog, PendingFetches pendingFetches, Spool spool, Fence fence) {

    private static final Logger LOG = LoggerFactory.getLogger(CleanUpAbandonedWork.class);

    /** What jobs do under the lease of an insurer, and nobody else does. */
    private static final Set<AccessAction> UNDER_LEASE = EnumSet.of(
            AccessAction.TAKE_IN, AccessAction.RELEASE, AccessAction.PUBLISH_LIST, AccessAction.HAND_OVER_CASES);

    void cleanUp(InsurerCode insurer) {
        int abandoned = accessLog.abandon(insurer.value(), UNDER_LEASE);
        if (abandoned > 0) {
            LOG.info("{}: {} access(es) of a process that died were ended", insurer, abandoned);
        }
        try {
            for (long fetch : pendingFetches.of(insurer)) {
                spool.clear(fetch);
                fence.record(() -> pendingFetches.end(fetch));
            }
            spool.discardDrafts(insurer);
        } catch (IOException e) {
            throw new SpoolException("clear", "what was left of " + insurer, e);
        }
    }
}
