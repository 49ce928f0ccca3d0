package jinbo.testing;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.AccessResult;
import jinbo.accesslog.Actor;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.registry.CommittedBatch;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.Successions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Registrations that come to the registry of an exchange by no upload, each announced to the access log and vouched for by it. */
public final class DirectRegistrations {

    private static final Actor OPERATOR = new Actor("wang", "root");
    private static final String WHY = "a test";

    private final TestExchange exchange;
    private final SettableClock clock;

    DirectRegistrations(TestExchange exchange, SettableClock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    /** A consumer chooses the insurers of lines of business. */
    public void choose(long mobile, Set<LineCode> lines, Term term) {
        choose(mobile, new ConsumerChoice(lines, Set.of(), term));
    }

    /** A consumer chooses one insurer, in all its lines of business. */
    public void choose(long mobile, String insurer, Term term) {
        Set<InsurerLine> named = exchange.bean(Insurers.class).get(new InsurerCode(insurer)).lines().stream()
                .map(LineParticipation::name)
                .collect(Collectors.toSet());
        choose(mobile, new ConsumerChoice(Set.of(), named, term));
    }

    /** A consumer wants to be called again. */
    public void cancel(long mobile) {
        choose(mobile, ConsumerChoice.nobody());
    }

    /** A number has changed hands. */
    public void release(long mobile) {
        exchange.bean(ConsumerChoices.class).release(new Mobile(mobile), OPERATOR, WHY);
    }

    /** One insurer inherits the blocks of another. */
    public void succeed(String from, String to) {
        act(
                AccessAction.SUCCEED,
                from,
                permit -> exchange.bean(Successions.class)
                        .succeed(permit, exchange.insurer(from), exchange.insurer(to), clock.instant()));
    }

    private void choose(long mobile, ConsumerChoice choice) {
        exchange.bean(ConsumerChoices.class).choose(new Mobile(mobile), choice, OPERATOR, WHY);
    }

    private void act(AccessAction action, String insurer, Function<AccessPermit, CommittedBatch> work) {
        AccessLog log = exchange.bean(AccessLog.class);
        AccessPermit permit = log.begin(new Access(OPERATOR, action, WHY, Optional.of(insurer), insurer));
        new TransactionTemplate(exchange.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            CommittedBatch batch = work.apply(permit);
            log.complete(
                    permit,
                    AccessResult.of("REGISTERED", batch.registrations())
                            .with(batch.vouched().orElseThrow()));
        });
    }
}
