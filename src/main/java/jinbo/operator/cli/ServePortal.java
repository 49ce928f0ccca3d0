package jinbo.operator.cli;

import jinbo.consumer.portal.remote.RemotePortal;

/** {@code serve --portal}: shows consumers their pages in a process that has no home, until it is told to end. */
final class ServePortal implements FileTask {

    @Override
    public Answer answer(FileTaskContext fileTaskContext) throws InterruptedException {
        try (AwaitSignal signal = AwaitSignal.watch();
                RemotePortal remotePortal = RemotePortal.open(fileTaskContext.folder(), fileTaskContext.settings())) {
            fileTaskContext.meanwhile().accept(new Shown(remotePortal.url()));
            signal.await();
        }
        return new Ended();
    }

    /**
     * That it has begun.
     *
     * @param portal where consumers choose
     */
    record Shown(String portal) implements Answer {
        @Override
        public void tell(Page page) {
            page.say("serve.portal", portal);
            page.say("serve.portal.alone");
        }
    }

    /** That it has ended. */
    record Ended() implements Answer {
        @Override
        public void tell(Page page) {
            page.say("serve.portal.ended");
        }
    }
}
