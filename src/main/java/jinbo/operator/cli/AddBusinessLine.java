package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.staff.Duty;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.BusinessLines;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code line add}: a line of business that insurers can join, and complaints and choices can name. */
@Command(name = "add")
final class AddBusinessLine implements RequiresSecondPerson {

    @Parameters(paramLabel = "LINE", descriptionKey = "new-line")
    private LineCode code = new LineCode("NONE");

    @Option(names = "--name", paramLabel = "NAME", required = true)
    private String name = "";

    @Option(names = "--name-zh", paramLabel = "NAME", required = true)
    private String chineseName = "";

    @Option(names = "--since", paramLabel = "DATE")
    private Optional<LocalDate> since = Optional.empty();

    @Mixin
    private ReasonOption why = new ReasonOption();

    @Override
    public void check() {
        if (!BusinessLine.isName(name.strip()) || !BusinessLine.isChineseName(chineseName.strip())) {
            throw new UsageException("wrong.line-name");
        }
    }

    @Override
    public Duty duty() {
        return Duty.LOAD_REFERENCE_DATA;
    }

    @Override
    public Outline outline(Installation installation) throws Exception {
        BusinessLine line = new DryRun(installation).of(() -> add(installation));
        return Outline.of("line-add", line.code(), line.name(), line.chineseName(), line.since());
    }

    @Override
    public Answer answer(Installation installation) {
        add(installation);
        return LineList.of(installation);
    }

    private BusinessLine add(Installation installation) {
        return installation
                .get(BusinessLines.class)
                .add(
                        code,
                        name.strip(),
                        chineseName.strip(),
                        since.orElse(BusinessTime.dateOf(installation.now())),
                        installation.now());
    }
}
