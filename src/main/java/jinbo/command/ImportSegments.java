package jinbo.command;

import java.io.IOException;
import java.nio.file.Path;
import jinbo.accesslog.Actor;
import jinbo.mobile.SegmentFileException;
import jinbo.mobile.SegmentImport;
import jinbo.mobile.Segments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code segments import}: replaces the table of number segments by the association's own. */
@Command(name = "import")
final class ImportSegments implements Task {

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    private Path file = Path.of("");

    @Override
    public Answer answer(Installation installation) throws SegmentFileException, IOException {
        SegmentImport done = installation
                .get(Segments.class)
                .importFile(file, Actor.commandLine().name(), installation.now());
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
