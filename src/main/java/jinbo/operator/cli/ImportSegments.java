package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.Path;
import jinbo.participant.staff.Duty;
import jinbo.platform.csv.RefusedTableException;
import jinbo.reference.phone.Segments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code segments import}: replaces the table of number segments by the association's own. */
@Command(name = "import")
final class ImportSegments implements RequiresSecondPerson {

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    private Path file = Path.of("");

    @Mixin
    private ReasonOption why = new ReasonOption();

    @Override
    public Duty duty() {
        return Duty.LOAD_REFERENCE_DATA;
    }

    @Override
    public Outline outline(Installation installation) throws Exception {
        Segments.ImportResult would = new DryRun(installation)
                .of(() -> installation
                        .get(Segments.class)
                        .importFile(file, installation.standing().actor().toDisplayName(), installation.now()));
        return Outline.of("segments-import", would.segments(), would.homeSegments(), would.homeSegmentsBefore());
    }

    @Override
    public Answer answer(Installation installation) throws RefusedTableException, IOException {
        Segments.ImportResult done = installation
                .get(Segments.class)
                .importFile(file, installation.standing().actor().toDisplayName(), installation.now());
        return new Imported(done.version(), done.segments(), done.homeSegments(), done.homeSegmentsBefore());
    }

    /**
     * The answer.
     *
     * @param version the current version after it
     * @param segments how many it has
     * @param homeSegments how many of them belong to the home province
     * @param homeSegmentsBefore how many belonged to it before
     */
    record Imported(String version, int segments, int homeSegments, int homeSegmentsBefore) implements Answer {
        @Override
        public void tell(Page page) {
            page.fields(
                    "version", version,
                    "segments", Page.count(segments),
                    "home_segments", Page.count(homeSegments),
                    "home_segments_before", Page.count(homeSegmentsBefore));
        }
    }
}
