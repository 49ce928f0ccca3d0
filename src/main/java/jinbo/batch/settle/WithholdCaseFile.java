package jinbo.batch.settle;

import java.util.concurrent.atomic.AtomicBoolean;
import jinbo.accesslog.Actor;
import jinbo.batch.Fence;
import jinbo.cases.CaseFile;
import jinbo.cases.InsurerNotices;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps a sealed file back whose insurer may not have a number in it any more, because the case was given to another one. */
@Component
record WithholdCaseFile(InsurerNotices insurerNotices, Fence fence) {

    private static final Logger LOG = LoggerFactory.getLogger(WithholdCaseFile.class);

    /** What lies on the drop has left, though nobody had time to record that. */
    void withholdIfNecessary(CaseFile file, DropSession drop) {
        if (insurerNotices.mustBeWithheld(file) && !lies(file, drop)) {
            fence.record(() -> insurerNotices.withhold(file, Actor.batch()));
            LOG.info("{} never leaves: a case in it is another insurer's by now", file.name());
        }
    }

    private static boolean lies(CaseFile file, DropSession drop) {
        AtomicBoolean lies = new AtomicBoolean();
        drop.list(DropFolder.DOWNLOAD, seen -> {
            if (seen.name().equals(file.name())) {
                lies.set(true);
            }
        });
        return lies.get();
    }
}
