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
record KeyPage(AssociationKeys own, Insurers insurers, InsurerCertificates certificates, Lists lists, Clock clock) {

    private static final Duration SOON = Duration.ofDays(60);
    private static final Layout LAYOUT = new Layout(
            "keys",
            ListView.sortable("keys.whose"),
            ListView.column("keys.fingerprint"),
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
                                        key.fingerprint().value(),
                                        key.signsFrom(),
                                        key.endsAt(),
                                        key.isCompromised(),
                                        now)),
                        insurers.all().stream()
                                .flatMap(insurer -> certificates.of(insurer.code()).stream())
                                .map(stored -> row(stored, cells.apply(stored.insurer()), now)))
                .filter(row -> query.find("state")
                        .filter(state -> !row.cells().get(4).state().equals(state))
                        .isEmpty())
                .toList();
        return lists.show(LAYOUT.pageOf(query, FILTERS, rows), model);
    }

    private static Row row(InsurerCertificate stored, Cell whose, Instant now) {
        Certificate certificate = Certificate.parse(stored.encoded());
        Optional<Instant> until = Stream.concat(stored.acceptance().end().stream(), certificate.expiresAt().stream())
                .min(Instant::compareTo);
        return row(
                whose,
                stored.fingerprint(),
                stored.acceptance().from().orElse(stored.addedAt()),
                until,
                stored.acceptance().isCompromised(),
                now);
    }

    private static Row row(
            Cell whose, String fingerprint, Instant from, Optional<Instant> until, boolean revoked, Instant now) {
        String state = revoked
                ? "revoked"
                : until.filter(end -> !now.isBefore(end)).isPresent()
                        ? "over"
                        : until.filter(end -> now.plus(SOON).isAfter(end)).isPresent() ? "soon" : "good";
        return new Row(
                fingerprint,
                whose,
                Cell.text(fingerprint.replaceAll("(.{4})(?!$)", "$1 ")),
                Cell.time(from, now),
                until.map(end -> Cell.time(end, now)).orElse(Cell.NEVER),
                Cell.mark("keys.state.", state));
    }
}
