package jinbo.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jinbo.accesslog.LogAlarms;
import jinbo.exchange.sftp.TransferProgressListener;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import org.springframework.stereotype.Component;

/** Puts a sealed file of the spool on an insurer's drop; the same bytes found there already count as delivered. */
@Component
public record DeliverSealedFile(
        Drops drops, Fence fence, LogAlarms alarms, Progress progress, FaultPointListener faultPointListener) {

    /**
     * Delivers over the session that is open for the insurer.
     *
     * @param sealed lies under the name that it gets on the drop
     * @param underWay the point that is reached when half of the bytes have been handed to the server
     * @throws LeaseLostException if the insurer's lease is another process's; nothing is delivered then
     * @throws jinbo.accesslog.AccessLogAlarmException if the access log is not what it was; nothing is delivered then
     * @throws jinbo.exchange.sftp.DropException if the drop does not take it
     * @throws SpoolException if the sealed bytes cannot be read
     */
    public void deliver(InsurerCode insurer, Path sealed, FaultPoint underWay) {
        String name = sealed.getFileName().toString();
        alarms.requireNone();
        fence.requireLease();
        try {
            long size = Files.size(sealed);
            drops.session(insurer).deliver(sealed, name, tellHalfWay(progress.of(name, size), size, underWay));
        } catch (IOException e) {
            throw new SpoolException("read", name, e);
        }
    }

    private TransferProgressListener tellHalfWay(TransferProgressListener listener, long size, FaultPoint underWay) {
        return new TransferProgressListener() {
            private boolean reached;

            @Override
            public void moved(long bytes) {
                listener.moved(bytes);
                if (!reached && bytes >= size / 2) {
                    reached = true;
                    faultPointListener.reached(underWay);
                }
            }
        };
    }
}
