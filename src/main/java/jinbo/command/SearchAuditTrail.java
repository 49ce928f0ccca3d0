package jinbo.command;

import java.util.Optional;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.AuditTrail;
import jinbo.insurer.InsurerCode;
import jinbo.person.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit search}: entries of the access log. */
@Command(name = "search")
final class SearchAuditTrail implements Task {

    private static final int MOST = 100_000;

    @Option(names = "--from", paramLabel = "TIME", converter = Moment.Reader.class)
    private Optional<Moment> from = Optional.empty();

    @Option(names = "--until", paramLabel = "TIME", converter = Moment.Reader.class)
    private Optional<Moment> until = Optional.empty();

    @Option(names = "--actor", paramLabel = "NAME")
    private Optional<String> actor = Optional.empty();

    @Option(names = "--action", paramLabel = "ACTION")
    private Optional<AccessAction> action = Optional.empty();

    @Option(names = "--insurer", paramLabel = "CODE", converter = InsurerCodes.class)
    private Optional<InsurerCode> insurer = Optional.empty();

    @Option(names = "--object", paramLabel = "TEXT")
    private Optional<String> object = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
    private int limit = 1;

    @Override
    public void check() {
        if (limit < 1 || limit > MOST) {
            throw new WrongUse("wrong.limit", MOST);
        }
    }

    @Override
    public Duty duty() {
        return Duty.SEARCH_LOG;
    }

    @Override
    public Answer answer(Installation installation) {
        return AuditEntries.of(installation
                .get(AuditTrail.class)
                .search(new AccessSearch(
                        from.map(Moment::begin),
                        until.map(Moment::end),
                        actor,
                        action,
                        insurer.map(InsurerCode::value),
                        object,
                        limit)));
    }
}
