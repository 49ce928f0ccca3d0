package jinbo.operator.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords.DecisionContext;
import jinbo.batch.Drops;
import jinbo.batch.RefuseSampleInsurers;
import jinbo.batch.ServingNodes;
import jinbo.batch.StopRequest;
import jinbo.batch.schedule.JobScheduler;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.consumer.FailAbandonedAccesses;
import jinbo.consumer.portal.OpenPortal;
import jinbo.consumer.portal.remote.AcceptPortalRequests;
import jinbo.consumer.portal.remote.RemotePortal;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.sftp.server.EmbeddedSftpServer;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.operator.api.OpenLocalApi;
import jinbo.operator.console.OpenConsole;
import jinbo.operator.job.Status.UpcomingSheet;
import jinbo.operator.metrics.OpenMonitoringPort;
import jinbo.participant.operation.Incomplete;
import jinbo.participant.staff.Duty;
import jinbo.platform.home.DatabaseKind;
import jinbo.platform.home.DemoClock;
import jinbo.platform.home.Home;
import jinbo.platform.home.StartListener;
import jinbo.platform.http.WebPort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code serve}: runs scheduled jobs and all ports until a signal arrives; with {@code --portal} only a remote portal.
 */
@Command(name = "serve")
final class Serve {

    private static final Duration CHECK_EVERY = Duration.ofSeconds(5);
    private static final int FAILED_CHECKS_TO_STOP = 2;

    @Option(names = "--portal")
    private boolean portalAlone;

    Optional<FileTask> remotePortal() {
        return portalAlone ? Optional.of(Serve::servePortal) : Optional.empty();
    }

    Object answer(Installation installation) throws Exception {
        installation.get(RefuseSampleInsurers.class).require(Duty.SERVE);
        Optional<DemoClock> demo = Optional.of(installation.get(Clock.class))
                .filter(DemoClock.class::isInstance)
                .map(DemoClock.class::cast);
        demo.ifPresent(DemoClock::start);
        try {
            return DecisionContext.by(Actor.commandLine(), Optional.empty(), () -> serve(installation));
        } finally {
            demo.ifPresent(DemoClock::stop);
        }
    }

    /** Serves the pages for consumers in a process without a home, until a signal arrives. */
    private static Object servePortal(FileTaskContext context) throws InterruptedException {
        try (StopOnSignal signal = StopOnSignal.watch();
                RemotePortal remotePortal = RemotePortal.open(context.folder(), context.settings())) {
            context.interimAnswers().accept(new PortalStarted(remotePortal.url()));
            signal.await();
        }
        return new PortalEnded();
    }

    record PortalStarted(String portal) {}

    record PortalEnded() {}

    private static Object serve(Installation installation) throws IOException, InterruptedException {
        // reports a missing or wrong passphrase now, and prompts for it once
        installation.get(AssociationKeys.class).requireOpen();
        try (ServingNodes.Membership node = installation.get(ServingNodes.class).join()) {
            Objects.requireNonNull(node);
            return serveAsNode(installation);
        }
    }

    private static Object serveAsNode(Installation installation) throws IOException, InterruptedException {
        StartListener listener = installation.get(StartListener.class);
        listener.begins(StartListener.Step.SFTP);
        Optional<EmbeddedSftpServer> sftp = installation.get(Drops.class).serveEmbedded();
        listener.begins(StartListener.Step.PORTS);
        CountDownLatch stopRequested = new CountDownLatch(1);
        installation.get(StopRequest.class).whenRequested(stopRequested::countDown);
        AcceptPortalRequests.Open portalRequests =
                installation.get(AcceptPortalRequests.class).open();
        FailAbandonedAccesses.Rounds rounds =
                installation.get(FailAbandonedAccesses.class).begin();
        try {
            return serve(installation, sftp, stopRequested);
        } finally {
            rounds.close();
            portalRequests.close();
        }
    }

    private static Object serve(
            Installation installation, Optional<EmbeddedSftpServer> sftp, CountDownLatch stopRequested)
            throws InterruptedException {
        // these are closed in reverse order: first the scheduler, which waits for running jobs
        try (WebPort monitoring = installation.get(OpenMonitoringPort.class).open();
                WebPort console = installation.get(OpenConsole.class).open();
                WebPort portal = installation.get(OpenPortal.class).open();
                OpenLocalApi.Open api = installation
                        .get(OpenLocalApi.class)
                        .open(installation.get(Home.class).socket());
                JobScheduler.Node node = installation.get(JobScheduler.class).start()) {
            Objects.requireNonNull(api);
            installation.answerInterim(new ServeStarted(
                    node.name(),
                    installation.get(DatabaseKind.class),
                    sftp.map(EmbeddedSftpServer::socket),
                    url(monitoring),
                    taken(monitoring),
                    url(console),
                    taken(console),
                    url(portal),
                    taken(portal),
                    installation.get(UpcomingRuns.class).all().stream()
                            .map(UpcomingSheet::of)
                            .toList()));
            return new ServeEnded(endsWithoutDatabase(stopRequested, installation));
        }
    }

    /** Waits for the stop request. Returns true if the database has stopped; the service manager must restart both. */
    private static boolean endsWithoutDatabase(CountDownLatch stopRequested, Installation installation)
            throws InterruptedException {
        int failedChecks = 0;
        while (!stopRequested.await(CHECK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            failedChecks = installation.isDatabaseGone() ? failedChecks + 1 : 0;
            if (failedChecks == FAILED_CHECKS_TO_STOP) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> url(WebPort port) {
        return port instanceof WebPort.Open open ? Optional.of(open.url()) : Optional.empty();
    }

    private static Optional<String> taken(WebPort port) {
        return port instanceof WebPort.Taken taken
                ? Optional.of(taken.address() + ":" + taken.port())
                : Optional.empty();
    }

    /**
     * The addresses of the ports; empty for a closed port. The components that end in "taken" name ports that other
     * programs occupy.
     */
    record ServeStarted(
            String node,
            DatabaseKind database,
            Optional<String> sftp,
            Optional<String> monitoring,
            Optional<String> taken,
            Optional<String> console,
            Optional<String> consoleTaken,
            Optional<String> portal,
            Optional<String> portalTaken,
            List<UpcomingSheet> upcoming) {}

    /** @param databaseLost true if it ended because the home's own database no longer answers, false for a signal */
    record ServeEnded(boolean databaseLost) implements Incomplete {

        @Override
        public boolean complete() {
            return !databaseLost;
        }
    }
}
