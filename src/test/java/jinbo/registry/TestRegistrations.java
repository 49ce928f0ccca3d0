package jinbo.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerLine;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;

/** Changes of blocks other than uploads, made in a {@link TestRegistry} at the time of its clock. */
final class TestRegistrations {

    private final TestRegistry registry;

    TestRegistrations(TestRegistry registry) {
        this.registry = registry;
    }

    /** Sets the clock to noon in Beijing. */
    TestRegistrations on(String day) {
        registry.clock().set(day + "T12:00:00+08:00");
        return this;
    }

    ConsumerChoices.Result choose(long number, Term term, Insurer... named) {
        return choose(number, Set.of(), term, named);
    }

    ConsumerChoices.Result choose(long number, Set<LineCode> lines, Term term, Insurer... named) {
        Set<InsurerLine> names = new HashSet<>();
        for (Insurer insurer : named) {
            insurer.lines().forEach(line -> names.add(line.name()));
        }
        return registry.parts()
                .bean(ConsumerChoices.class)
                .choose(new Mobile(number), new ConsumerChoice(lines, names, term), Actor.batch(), "a test");
    }

    ConsumerChoices.Result choose(long number, InsurerLine named, Term term) {
        return registry.parts()
                .bean(ConsumerChoices.class)
                .choose(new Mobile(number), new ConsumerChoice(Set.of(), Set.of(named), term), Actor.batch(), "a test");
    }

    ConsumerChoices.Result cancel(long number) {
        return registry.parts()
                .bean(ConsumerChoices.class)
                .choose(new Mobile(number), ConsumerChoice.nobody(), Actor.batch(), "a test");
    }

    ConsumerChoices.Result release(long number) {
        return registry.parts().bean(ConsumerChoices.class).release(new Mobile(number), Actor.batch(), "a test");
    }

    /** The withdrawn registrations, and the others as {@code place fault}. */
    record Withdrawn(CommittedBatch batch, List<String> faults) {}

    /** Places count from 1; line 0 is the whole file. */
    Withdrawn withdraw(Insurer by, long file, int... lines) {
        List<String> faults = new ArrayList<>();
        CommittedBatch batch = batch(AccessAction.WITHDRAW, permit -> {
            StagedWithdrawals staged = withdrawals()
                    .stage(
                            permit,
                            new WithdrawalBatch(
                                    Optional.empty(),
                                    by.id(),
                                    registry.clock().instant(),
                                    BusinessTime.dateOf(registry.clock().instant())));
            int place = 1;
            for (int line : lines) {
                staged.add(place++, file, line == 0 ? OptionalInt.empty() : OptionalInt.of(line));
            }
            return withdrawals().merge(permit, staged, (fault, asked) -> faults.add(asked + " " + fault));
        });
        return new Withdrawn(batch, faults);
    }

    CommittedBatch succeed(Insurer from, Insurer to) {
        return batch(
                AccessAction.SUCCEED,
                permit -> registry.parts()
                        .bean(Successions.class)
                        .succeed(permit, from, to, registry.clock().instant()));
    }

    NumberHistory history(long number) {
        return registry.parts().bean(ReadNumberHistory.class).of(registry.permit(), new Mobile(number));
    }

    /** The id of the last received upload. */
    long lastFile() {
        return registry.sql()
                .sql("select max(id) from inbound_file")
                .query(Long.class)
                .single();
    }

    private Withdrawals withdrawals() {
        return registry.parts().bean(Withdrawals.class);
    }

    private CommittedBatch batch(AccessAction action, Function<AccessPermit, CommittedBatch> work) {
        return registry.parts().inTransaction(() -> {
            AccessPermit permit = registry.permit(action);
            CommittedBatch batch = work.apply(permit);
            registry.complete(permit, batch);
            return batch;
        });
    }
}
