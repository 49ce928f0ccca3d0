package jinbo.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import jinbo.accesslog.LogAlarms;
import jinbo.exchange.sftp.TransferProgressListener;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import org.springframework.stereotype.Component;

/** Delivers sealed files from the spool to an insurer's drop. A file that is already there counts as delivered. */
@Component
public record DeliverSealedFile(
        Drops drops, Fence fence, LogAlarms alarms, Progress progress, FaultPointListener faultPointListener) {

    /**
     * Delivers a file. If there is an alarm or the lease is lost, nothing is sent. If the lease is lost while the file
     * is sent, the file does not get its final name.
     *
     * @param underWay the fault point that is reached when half of the bytes are sent
     * @throws LeaseLostException if another process holds the insurer's lease
     * @throws jinbo.accesslog.AccessLogAlarmException if the access log has an alarm
     * @throws jinbo.exchange.sftp.DropException if the drop does not accept the file
     */
    public void deliver(InsurerCode insurer, Path sealed, FaultPoint underWay) {
        String name = sealed.getFileName().toString();
        alarms.requireNone();
        fence.requireLease();
        try {
            long size = Files.size(sealed);
            drops.session(insurer).deliver(sealed, name, guard(progress.of(name, size), size, underWay));
        } catch (IOException e) {
            throw new SpoolException("read", name, e);
        }
    }

    private TransferProgressListener guard(TransferProgressListener listener, long size, FaultPoint underWay) {
        AtomicBoolean reached = new AtomicBoolean();
        return new TransferProgressListener() {
            @Override
            public void moved(long bytes) {
                listener.moved(bytes);
                if (bytes >= size / 2 && reached.compareAndSet(false, true)) {
                    faultPointListener.reached(underWay);
                }
            }

            /** The transfer may have taken minutes, in which another node may have taken over. */
            @Override
            public void arrived() {
                fence.requireLease();
            }
        };
    }
}
