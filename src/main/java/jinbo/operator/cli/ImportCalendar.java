package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.stream.Collectors;
import jinbo.participant.staff.Duty;
import jinbo.platform.csv.RefusedTableException;
import jinbo.reference.calendar.Calendars;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code calendar import}: loads the State Council's holidays of whole years. */
@Command(name = "import")
final class ImportCalendar implements RequiresSecondPerson {

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
        Calendars.ImportResult would = new DryRun(installation)
                .of(() -> installation
                        .get(Calendars.class)
                        .importFile(file, installation.standing().actor().toDisplayName(), installation.now()));
        return Outline.of("calendar-import", would.yearsAdded(), would.yearsReplaced(), would.daysChanged());
    }

    @Override
    public Answer answer(Installation installation) throws RefusedTableException, IOException {
        Calendars.ImportResult done = installation
                .get(Calendars.class)
                .importFile(file, installation.standing().actor().toDisplayName(), installation.now());
        return new Imported(done.version(), done.yearsAdded(), done.yearsReplaced(), done.daysChanged());
    }

    /**
     * The answer.
     *
     * @param version the current version after it
     * @param yearsAdded years that were not loaded before
     * @param yearsReplaced years that were
     * @param daysChanged special days that were added, removed or altered
     */
    record Imported(String version, SortedSet<Integer> yearsAdded, SortedSet<Integer> yearsReplaced, int daysChanged)
            implements Answer {
        @Override
        public void tell(Page page) {
            page.fields(
                    "calendar", version,
                    "years_added", words(yearsAdded),
                    "years_replaced", words(yearsReplaced),
                    "days_changed", Page.count(daysChanged));
            page.blank();
            page.say(daysChanged == 0 ? "calendar.same" : "calendar.imported", version);
        }

        private static String words(Collection<Integer> years) {
            return years.isEmpty()
                    ? Page.NOTHING
                    : years.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
    }
}
