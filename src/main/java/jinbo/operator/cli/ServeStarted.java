package jinbo.operator.cli;

import java.util.List;
import java.util.Optional;
import jinbo.batch.schedule.UpcomingRuns;
import jinbo.operator.job.UpcomingSheet;
import jinbo.platform.home.DatabaseKind;
import jinbo.platform.http.WebPort;

/**
 * @param sftp where insurers without a server of their own find the embedded one; empty if there are none
 * @param monitoring where its health and metrics are; empty if nowhere
 * @param taken where they should be and cannot, if so
 * @param console where people look at how it stands; empty if nowhere
 * @param consoleTaken where they were to and cannot, if so
 * @param portal where consumers choose; empty if nowhere
 * @param portalTaken where they were to and cannot, if so
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
        List<UpcomingSheet> upcoming) {

    static ServeStarted of(
            String node,
            DatabaseKind database,
            Optional<String> sftp,
            WebPort monitoring,
            WebPort console,
            WebPort portal,
            List<UpcomingRuns.UpcomingRun> upcoming) {
        return new ServeStarted(
                node,
                database,
                sftp,
                url(monitoring),
                taken(monitoring),
                url(console),
                taken(console),
                url(portal),
                taken(portal),
                upcoming.stream().map(UpcomingSheet::of).toList());
    }

    private static Optional<String> url(WebPort port) {
        return port instanceof WebPort.Open open ? Optional.of(open.url()) : Optional.empty();
    }

    private static Optional<String> taken(WebPort port) {
        return port instanceof WebPort.Taken taken
                ? Optional.of(taken.address() + ":" + taken.port())
                : Optional.empty();
    }
}
