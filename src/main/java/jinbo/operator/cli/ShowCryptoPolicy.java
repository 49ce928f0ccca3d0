package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.AlgorithmRule;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;

/** {@code key policy}: the table of algorithms by which certificates and envelopes are judged. */
@Command(name = "policy")
final class ShowCryptoPolicy implements Task {

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        CryptoPolicy policy = installation.get(CryptoPolicy.class);
        return new PolicyShown(
                policy.minRsaBits(), policy.rules().stream().map(Row::of).toList());
    }

    /**
     * The answer.
     *
     * @param leastRsaBits the shortest RSA key that is accepted, by setting
     * @param rules in the order of the table
     */
    record PolicyShown(int leastRsaBits, List<Row> rules) implements Answer {
        @Override
        public void tell(Page page) {
            page.table(
                    "algorithm_kind algorithm_id name least_bits accepted last_day produced source",
                    rules,
                    row -> Page.cells(
                            row.kind,
                            row.id,
                            row.name,
                            row.leastBits,
                            page.texts().of("policy." + row.accepted),
                            row.lastDay,
                            page.yesOrNo(row.produced),
                            row.source));
            page.blank();
            page.say("policy.rsa", String.valueOf(leastRsaBits));
        }
    }

    /**
     * A row of the table, as {@link AlgorithmRule} has it.
     *
     * @param leastBits where keys come in many sizes
     */
    record Row(
            AlgorithmRule.Kind kind,
            String id,
            String name,
            Optional<Integer> leastBits,
            AlgorithmRule.Acceptance accepted,
            Optional<LocalDate> lastDay,
            boolean produced,
            String source) {

        private static Row of(AlgorithmRule rule) {
            return new Row(
                    rule.kind(),
                    rule.id(),
                    rule.name(),
                    Optional.of(rule.leastBits()).filter(bits -> bits > 0),
                    rule.acceptance(),
                    rule.lastDay(),
                    rule.produced(),
                    rule.source());
        }
    }
}
