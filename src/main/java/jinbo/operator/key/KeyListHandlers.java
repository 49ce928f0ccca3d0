package jinbo.operator.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.AlgorithmRule;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.operator.key.DescribeOwnKeys.OwnKeySheet;
import jinbo.operator.key.KeyOperations.ListKeys;
import jinbo.operator.key.KeyOperations.ShowCryptoPolicy;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.OperationHandlers;

@OperationHandlers
record KeyListHandlers(
        Insurers insurers,
        InsurerCertificates certificates,
        DescribeOwnKeys describeKeys,
        CryptoPolicy policy,
        Clock clock) {

    /** @param certificates by insurer, the newest first */
    record CertificateList(List<CertificateSheet> certificates) {}

    /** @param keys the newest first */
    record OwnKeyList(List<OwnKeySheet> keys) {}

    /** @param leastRsaBits the setting */
    record PolicyTable(int leastRsaBits, List<Algorithm> rules) {}

    /** @param leastBits for algorithms with keys of many sizes */
    record Algorithm(
            AlgorithmRule.Kind kind,
            String id,
            String name,
            Optional<Integer> leastBits,
            AlgorithmRule.Acceptance accepted,
            Optional<LocalDate> lastDay,
            boolean produced,
            String source) {

        private static Algorithm of(AlgorithmRule rule) {
            return new Algorithm(
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

    @Handles
    Record list(ListKeys asked) {
        if (asked.own()) {
            return new OwnKeyList(describeKeys.all());
        }
        List<Insurer> wanted = asked.code().map(insurers::get).map(List::of).orElseGet(insurers::all);
        return new CertificateList(wanted.stream()
                .flatMap(insurer -> certificates.of(insurer.code()).stream())
                .map(stored -> CertificateSheet.of(stored, policy, clock.instant()))
                .toList());
    }

    @Handles
    PolicyTable show(ShowCryptoPolicy asked) {
        return new PolicyTable(
                policy.minRsaBits(), policy.rules().stream().map(Algorithm::of).toList());
    }
}
