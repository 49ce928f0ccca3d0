package jinbo.operator.cli;

import java.util.List;
import jinbo.batch.reconciliation.RuleResult;
import jinbo.batch.reconciliation.VerifyRegistry;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code registry verify}: proves that all agrees from inbound files to the entries of lists. */
@Command(name = "verify")
final class CheckRegistry implements Task {

    @Option(names = "--all-lists")
    private boolean allLists;

    @Option(names = "--files")
    private boolean files;

    @Override
    public Duty duty() {
        return Duty.PROVE_REGISTRY;
    }

    @Override
    public Answer answer(Installation installation) {
        List<RuleResult> ruleResults = installation
                .get(VerifyRegistry.class)
                .verify(
                        installation.standing().actor(),
                        allLists ? VerifyRegistry.RederivedLists.ALL : VerifyRegistry.RederivedLists.NEWEST,
                        files);
        return new Verified(ruleResults.stream().allMatch(RuleResult::holds), ruleResults);
    }

    /**
     * The answer.
     *
     * @param agrees whether every rule holds
     * @param checks each rule
     */
    record Verified(boolean agrees, List<RuleResult> checks) implements Answer {
        @Override
        public boolean complete() {
            return agrees;
        }

        @Override
        public void tell(Page page) {
            page.table(
                    "result checked wrong rule",
                    checks,
                    ruleResult -> Page.cells(
                            ruleResult.holds() ? "OK" : "DIFFERS",
                            ruleResult.checked(),
                            ruleResult.wrong(),
                            ruleResult.code().in(page.texts().language().locale())));
            checks.stream()
                    .flatMap(ruleResult -> ruleResult.examples().stream())
                    .forEach(example -> page.print("  " + example));
            List<String> notComparable = checks.stream()
                    .flatMap(ruleResult -> ruleResult.notComparable().stream())
                    .toList();
            if (!notComparable.isEmpty()) {
                page.blank();
                page.say("registry.not-comparable");
                notComparable.forEach(what -> page.print("  " + what));
            }
            page.blank();
            page.say(agrees ? "registry.agrees" : "registry.differs");
        }
    }
}
