package jinbo.operator.cli;

import java.util.List;
import java.util.Optional;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.staff.Duty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code key list}: the certificates of the insurers, or the association's own keys. */
@Command(name = "list")
final class ListKeys implements Task {

    @Parameters(paramLabel = "CODE", arity = "0..1", descriptionKey = "CODE")
    private Optional<InsurerCode> code = Optional.empty();

    @Option(names = "--own")
    private boolean own;

    @Override
    public void check() {
        if (own && code.isPresent()) {
            throw new UsageException("wrong.own-or-code");
        }
    }

    @Override
    public Duty duty() {
        return Duty.LOOK;
    }

    @Override
    public Answer answer(Installation installation) {
        if (own) {
            return new OwnKeyList(installation.get(AssociationKeys.class).openPgp().all().stream()
                    .map(key -> OwnKeySheet.of(key, installation))
                    .toList());
        }
        Insurers insurers = installation.get(Insurers.class);
        List<Insurer> wanted = code.map(insurers::get).map(List::of).orElseGet(insurers::all);
        return new KeyList(wanted.stream()
                .flatMap(insurer -> CertificateSheet.of(insurer.code(), installation).stream())
                .toList());
    }

    /**
     * The answer.
     *
     * @param certificates by insurer, the newest first
     */
    record KeyList(List<CertificateSheet> certificates) implements Answer {
        @Override
        public void tell(Page page) {
            if (certificates.isEmpty()) {
                page.say("keys.none");
            } else {
                CertificateSheet.tell(page, certificates);
            }
        }
    }

    /**
     * The answer about our own.
     *
     * @param keys the newest first
     */
    record OwnKeyList(List<OwnKeySheet> keys) implements Answer {
        @Override
        public void tell(Page page) {
            OwnKeySheet.tell(page, keys);
        }
    }
}
