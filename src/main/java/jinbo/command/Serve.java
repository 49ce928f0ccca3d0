package jinbo.command;

import java.util.concurrent.CountDownLatch;
import jinbo.association.AssociationKeys;
import jinbo.console.OpenConsole;
import jinbo.job.StopRequest;
import jinbo.monitoring.OpenMonitoringPort;
import jinbo.person.Duty;
import jinbo.schedule.RunsBySchedule;
import jinbo.schedule.UpcomingRuns;
import jinbo.web.WebPort;
import picocli.CommandLine.Command;

/** {@code serve}: runs the jobs by schedule until it is told to end. */
@Command(name = "serve")
final class Serve implements Task {

    @Override
    public Duty duty() {
        return Duty.SERVE;
    }

    @Override
    public Answer answer(Installation installation) throws InterruptedException {
        // a passphrase that is lacking or wrong is told now, and a person asked for it once
        installation.get(AssociationKeys.class).requireOpen();
        CountDownLatch toldToEnd = new CountDownLatch(1);
        installation.get(StopRequest.class).whenRequested(toldToEnd::countDown);
        // closed the other way round: first nothing new begins and what is under way ends
        try (WebPort monitoring = installation.get(OpenMonitoringPort.class).open();
                WebPort console = installation.get(OpenConsole.class).open(new CommandsAtTheDesk(installation));
                RunsBySchedule.Node node =
                        installation.get(RunsBySchedule.class).start()) {
            installation.tell(Serving.of(
                    node.name(),
                    monitoring,
                    console,
                    installation.get(UpcomingRuns.class).all()));
            toldToEnd.await();
        }
        return new Served();
    }
}
