package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.accesslog.AccessAction;
import jinbo.participant.insurer.Insurer;

/** Withdraws rows of uploads in both registries. */
final class WithdrawalModelComparison {

    private static final int FIRST_LINE = 2;

    private final RegistryModelComparison both;

    WithdrawalModelComparison(RegistryModelComparison both) {
        this.both = both;
    }

    /** Requests a line of a file, or all remaining ones. */
    record Asked(long file, OptionalInt line) {}

    void withdraw(Insurer by, List<Asked> rows) {
        List<String> faults = new ArrayList<>();
        CommittedBatch batch = both.program().batch(AccessAction.WITHDRAW, permit -> {
            faults.clear();
            Withdrawals withdrawals = both.real().parts().bean(Withdrawals.class);
            StagedWithdrawals staged = withdrawals.stage(
                    permit,
                    new WithdrawalBatch(
                            Optional.empty(), by.id(), both.now(), RegistryModelComparison.dateOf(both.now())));
            for (int i = 0; i < rows.size(); i++) {
                staged.add(i, rows.get(i).file, rows.get(i).line);
            }
            return withdrawals.merge(permit, staged, (fault, line) -> faults.add(line + " " + fault));
        });
        List<ReferenceRegistry.Row> taken = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int asked = i;
            find(rows.get(i), taken).ifPresent(fault -> expected.add(asked + " " + fault));
        }
        if (!taken.isEmpty()) {
            ReferenceRegistry.When when = both.next(both.now());
            taken.forEach(row -> both.model().withdrawal(when, row));
        }
        assertThat(faults).as("faults of withdrawals").isEqualTo(expected);
        assertThat(batch.registrations()).as("rows that are taken back").isEqualTo(taken.size());
        assertThat(batch.revision()).as("revision of withdrawals").isEqualTo(both.revision());
    }

    /** Adds the rows that count; otherwise returns the fault. */
    private Optional<String> find(Asked asked, List<ReferenceRegistry.Row> taken) {
        int end = FIRST_LINE + both.merged().get(asked.file).lines().size();
        List<ReferenceRegistry.Row> named = new ArrayList<>();
        for (int line = FIRST_LINE; line < end; line++) {
            if (asked.line.orElse(line) == line) {
                named.add(new ReferenceRegistry.Row(asked.file, line));
            }
        }
        if (named.isEmpty()) {
            return Optional.of("LINE_UNKNOWN");
        }
        named.removeIf(row -> taken.contains(row) || !both.model().counts(row));
        taken.addAll(named);
        return named.isEmpty() ? Optional.of("ALREADY_WITHDRAWN") : Optional.empty();
    }
}
