package jinbo.operator.cli;

import jinbo.consumer.portal.remote.RemotePortal;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;

/** {@code serve --portal}: shows consumers their pages in a process that has no home, until a signal ends it. */
final class ServePortal implements FileTask {

    @Override
    public Object answer(FileTaskContext context) throws InterruptedException {
        try (StopOnSignal signal = StopOnSignal.watch();
                RemotePortal remotePortal = RemotePortal.open(context.folder(), context.settings())) {
            context.interimAnswers().accept(new PortalStarted(remotePortal.url()));
            signal.await();
        }
        return new PortalEnded();
    }

    /**
     * That it has begun.
     *
     * @param portal where consumers choose
     */
    record PortalStarted(String portal) {}

    /** That it has ended. */
    record PortalEnded() {}
}
