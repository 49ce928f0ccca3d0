package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jinbo.exchange.keys.AssociationKeys;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Filter;
import jinbo.operator.console.ListView.Layout;
import jinbo.operator.console.ListView.Option;
import jinbo.operator.console.ListView.Row;
import jinbo.participant.insurer.InsurerCertificate;
import jinbo.participant.insurer.InsurerCertificates;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of the association's keys and the insurers' certificates, each with its period of validity. */
@ConsolePage
record KeyPage(
        AssociationKeys own,
        Insurers insurers,
        InsurerCertificates certificates,
        CryptoPolicy policy,
        Lists lists,
        Clock clock) {

    private static final Duration SOON = Duration.ofDays(60);
    private static final Layout LAYOUT = new Layout(
            "keys",
            ListView.sortable("keys.whose"),
            ListView.column("keys.fingerprint"),
            ListView.column("keys.for"),
            ListView.sortable("keys.from"),
            ListView.sortable("keys.until"),
            ListView.sortable("status"));
    private static final List<Filter> FILTERS = List.of(Filter.tabs(
            "state",
            "status",
            new Option("good", "keys.state.good"),
            new Option("soon", "keys.state.soon"),
            new Option("over", "keys.state.over"),
            new Option("revoked", "keys.state.revoked")));

    @GetMapping("/keys")
    Object show(HttpServletRequest request, Model model) {
        ListQuery query = ListQuery.of(request);
        Instant now = clock.instant();
        Function<InsurerCode, Cell> cells = lists.insurerCells();
        List<Row> rows = Stream.concat(
                        own.openPgp().all().stream()
                                .map(key -> row(
                                        Cell.message("keys.own"),
                                        key.certificate(),
                                        key.signsFrom(),
                                        key.endsAt(),
                                        key.isCompromised(),
                                        now)),
                        insurers.all().stream()
                                .flatMap(insurer -> certificates.of(insurer.code()).stream())
                                .map(stored -> row(stored, cells.apply(stored.insurer()), now)))
                .filter(row -> query.find("state")
                        .filter(state -> !row.cells().get(5).state().equals(state))
                        .isEmpty())
                .toList();
        return lists.show(LAYOUT.pageOf(query, FILTERS, rows), model);
    }

    private Row row(InsurerCertificate stored, Cell whose, Instant now) {
        Certificate certificate = Certificate.parse(stored.encoded());
        Optional<Instant> until = Stream.concat(stored.acceptance().end().stream(), certificate.expiresAt().stream())
                .min(Instant::compareTo);
        return row(
                whose,
                certificate,
                stored.acceptance().from().orElse(stored.addedAt()),
                until,
                stored.acceptance().isRevokedAt(now),
                now);
    }

    private Row row(
            Cell whose, Certificate certificate, Instant from, Optional<Instant> until, boolean revoked, Instant now) {
        String state = revoked
                ? "revoked"
                : until.filter(end -> !now.isBefore(end)).isPresent()
                        ? "over"
                        : until.filter(end -> now.plus(SOON).isAfter(end)).isPresent() ? "soon" : "good";
        boolean valid = state.equals("good") || state.equals("soon");
        return new Row(
                certificate.fingerprint().value(),
                whose,
                Cell.fingerprint(certificate.fingerprint().value()),
                Cell.message(purpose(
                        valid && !certificate.signingKeys(now, policy).isEmpty(),
                        valid && !certificate.encryptionKeys(now, policy).isEmpty())),
                Cell.time(from, now),
                until.map(end -> Cell.time(end, now)).orElse(Cell.NEVER),
                Cell.mark("keys.state.", state));
    }

    /** Returns the message that says for what a key can be used now. */
    static String purpose(boolean signatures, boolean encryption) {
        return signatures && encryption
                ? "keys.for.both"
                : signatures ? "keys.for.signatures" : encryption ? "keys.for.encryption" : "keys.for.none";
    }
}
