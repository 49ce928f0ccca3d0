package jinbo.operator.cli;

import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.AuditTrail;
import jinbo.operator.trace.TraceFilter;
import jinbo.operator.trace.TraceNumber;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;
import jinbo.reference.phone.Mobile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit search}: entries of the access log, or all that is known of where one number has been. */
@Command(name = "search")
final class SearchAuditTrail implements InteractiveTask {

    private static final int MOST = 100_000;

    @Option(names = "--from", paramLabel = "TIME")
    private Optional<Moment> from = Optional.empty();

    @Option(names = "--until", paramLabel = "TIME")
    private Optional<Moment> until = Optional.empty();

    @Option(names = "--actor", paramLabel = "NAME")
    private Optional<String> actor = Optional.empty();

    @Option(names = "--action", paramLabel = "ACTION")
    private Optional<AccessAction> action = Optional.empty();

    @Option(names = "--insurer", paramLabel = "CODE")
    private Optional<InsurerCode> insurer = Optional.empty();

    @Option(names = "--file", paramLabel = "NAME")
    private Optional<String> file = Optional.empty();

    @Option(names = "--object", paramLabel = "TEXT")
    private Optional<String> object = Optional.empty();

    @Option(names = "--number", paramLabel = "MOBILE", arity = "0..1", fallbackValue = TypedNumber.ASK)
    private Optional<TypedNumber> number = Optional.empty();

    @Option(names = CommandWords.REASON, paramLabel = "TEXT")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
    private int limit = 1;

    private Optional<Mobile> mobile = Optional.empty();

    @Override
    public void check() {
        if (limit < 1 || limit > MOST) {
            throw new UsageException("wrong.limit", MOST);
        }
        if (number.isPresent() != reason.isPresent()) {
            throw new UsageException("wrong.number-and-reason");
        }
        if (number.isPresent() && (actor.isPresent() || action.isPresent() || file.isPresent() || object.isPresent())) {
            throw new UsageException("wrong.number-alone");
        }
        reason.ifPresent(OneNumber::requireFit);
    }

    @Override
    public void ask(Terminal terminal, Texts texts) {
        if (number.isPresent()) {
            mobile = Optional.of(number.get().told(terminal, texts));
        }
    }

    @Override
    public Duty duty() {
        return number.isPresent() ? Duty.SEARCH_BY_NUMBER : Duty.SEARCH_LOG;
    }

    @Override
    public Answer answer(Installation installation) {
        return mobile.isPresent() ? traced(installation, mobile.get()) : found(installation);
    }

    private Answer traced(Installation installation, Mobile asked) {
        return NumberTraced.of(installation
                .get(TraceNumber.class)
                .of(
                        asked,
                        new TraceFilter(from.map(Moment::begin), until.map(Moment::end), insurer, limit),
                        installation.standing().actor(),
                        reason.orElseThrow().strip()));
    }

    private Answer found(Installation installation) {
        AccessSearch search = new AccessSearch(
                from.map(Moment::begin),
                until.map(Moment::end),
                actor,
                action,
                insurer.map(InsurerCode::value),
                object,
                limit);
        Optional<List<String>> names = file.map(ObjectNames::of);
        return AuditEntries.of(installation
                .get(AuditTrail.class)
                .search(names.map(search::named).orElse(search)));
    }
}
