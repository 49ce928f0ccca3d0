package jinbo.operator.cli;

import jinbo.consumer.portal.remote.RemotePortal;

/** {@code serve --portal}: shows consumers their pages in a process that has no home, until it is told to end. */
final class ServePortal implements FileTask {

    @Override
    public Object answer(FileTaskContext fileTaskContext) throws InterruptedException {
        try (AwaitSignal signal = AwaitSignal.watch();
                RemotePortal remotePortal = RemotePortal.open(fileTaskContext.folder(), fileTaskContext.settings())) {
            fileTaskContext.meanwhile().accept(new PortalServing(remotePortal.url()));
            signal.await();
        }
        return new PortalServed();
    }

    /**
     * That it has begun.
     *
     * @param portal where consumers choose
     */
    record PortalServing(String portal) {}

    /** That it has ended. */
    record PortalServed() {}
}
