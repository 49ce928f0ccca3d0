package jinbo.command;

import java.util.List;
import jinbo.accesslog.Actor;
import jinbo.registry.Check;
import jinbo.registry.VerifyRegistry;
import picocli.CommandLine.Command;

/** {@code registry verify}: proves that blocks equal acts and that the sums agree. */
@Command(name = "verify")
final class CheckRegistry implements Task {

    @Override
    public Answer answer(Installation installation) {
        List<Check> checks = installation.get(VerifyRegistry.class).verify(Actor.commandLine());
        return new Verified(checks.stream().allMatch(Check::holds), checks);
    }

    /**
     * The answer.
     *
     * @param agrees whether every rule holds
     * @param checks each rule
     */
    record Verified(boolean agrees, List<Check> checks) implements Answer {
        @Override
        public boolean complete() {
            return agrees;
        }

        @Override
        public void tell(Page page) {
            page.table(
                    "result checked wrong rule",
                    checks,
                    check -> Page.cells(
                            check.holds() ? "OK" : "DIFFERS",
                            check.checked(),
                            check.wrong(),
                            check.code().in(page.texts().language().locale())));
            checks.stream().flatMap(check -> check.examples().stream()).forEach(example -> page.print("  " + example));
            page.blank();
            page.say(agrees ? "registry.agrees" : "registry.differs");
        }
    }
}
